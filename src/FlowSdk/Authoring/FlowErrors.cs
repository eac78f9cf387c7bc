namespace FlowSdk;

/// <summary>
/// The ids of everything that can go wrong at run time. Ids below 1000 are the compiler's (see the generators' own list),
/// from 1000 on the runtime's. Each has a page under docs/diagnostics.
/// </summary>
internal static class FlowErrors
{
    public const string ArtifactNotSet = "FLOW1001";
    public const string MergeConflict = "FLOW1002";
    public const string MergeMissing = "FLOW1003";
    public const string MergeArguments = "FLOW1004";
    public const string MergeOutsideJoin = "FLOW1005";
    public const string ViewIsReadOnly = "FLOW1006";
    public const string OutsideTask = "FLOW1007";
    public const string InvalidTransition = "FLOW1008";
    public const string UnknownInput = "FLOW1009";
    public const string InvalidGang = "FLOW1010";

    // 1100-1199: encoding and decoding of artifacts.
    public const string ArtifactDamaged = "FLOW1101";
    public const string ArtifactTypeMismatch = "FLOW1102";
    public const string ArtifactTooDeep = "FLOW1103";
    public const string ArtifactTooLarge = "FLOW1104";
    public const string ArtifactCycle = "FLOW1105";
    public const string ArtifactNotPersistable = "FLOW1106";

    // 1200-1299: the store.
    public const string StoreUnusable = "FLOW1201";
    public const string StoreReadOnly = "FLOW1202";
    public const string StoreFull = "FLOW1203";
    public const string StoreVersion = "FLOW1204";
    public const string StoreConflict = "FLOW1205";
    public const string JournalDamaged = "FLOW1206";
    public const string ObjectMissing = "FLOW1207";
    public const string ObjectDamaged = "FLOW1208";
    public const string RunNotFound = "FLOW1209";

    // 1300-1399: the command line and parameters.
    public const string UnknownCommand = "FLOW1301";
    public const string UnknownParameter = "FLOW1302";
    public const string MissingParameter = "FLOW1303";
    public const string InvalidParameter = "FLOW1304";
    public const string InvalidOption = "FLOW1305";
    public const string InvalidPathSpec = "FLOW1306";

    // 1400-1499: running.
    public const string StepFailed = "FLOW1401";
    public const string NotEnoughGpus = "FLOW1402";
    public const string MoreThanTheMachineHas = "FLOW1403";
    public const string WorkerBuildDiffers = "FLOW1404";
    public const string WorkersKeepDying = "FLOW1405";
    public const string RunCanceled = "FLOW1406";
    public const string FlowInvalid = "FLOW1407";
    public const string CannotCatch = "FLOW1411";
    public const string WorkerDoesNotConnect = "FLOW1412";

    // 1500-1519: resuming.
    public const string NothingToResume = "FLOW1501";
    public const string OriginIsRunning = "FLOW1502";
    public const string UnknownStep = "FLOW1503";
    public const string CodeChanged = "FLOW1504";

    // 1600-1699: reading past runs, and tags.
    public const string RunNotSucceeded = "FLOW1601";
    public const string TaskNotSucceeded = "FLOW1602";
    public const string UnknownArtifact = "FLOW1603";
    public const string InvalidTag = "FLOW1604";
    public const string TooManyTags = "FLOW1605";
    public const string SystemTag = "FLOW1606";

    // 1631-1649: runs that code starts, and tests of flows.
    public const string NotStartableAsWorker = "FLOW1631";
    public const string WorkerNotHandedOver = "FLOW1632";
    public const string UnknownStepOfTest = "FLOW1641";
    public const string StepTestMismatch = "FLOW1642";

    // 1651-1669: the upkeep of stores.
    public const string CollectionBlocked = "FLOW1651";
    public const string RunIsRunning = "FLOW1652";
    public const string NotConfirmed = "FLOW1653";
}
