using EmptyTasks;
using FlowSdk;

return await FlowApp.RunAsync<EmptyTasksFlow>(args);
