// Each test builds; two builds of one project at a time would get into each other's way.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
