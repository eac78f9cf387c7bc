using EmptyTasks;
using FlowSdk;

if (args is ["latest", var store])
{
    await using var client = FlowClient.Open(store);
    var run = await client.Flow<EmptyTasksFlow>().LatestSuccessfulRunAsync();
    Console.WriteLine((await run.StateAsync<EmptyTasksFlow>()).Number);
    return 0;
}

return await FlowApp.RunAsync<EmptyTasksFlow>(args);
