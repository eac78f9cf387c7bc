using FlowSdk;
using Hello;

return await FlowApp.RunAsync<HelloFlow>(args);
