using Dying;
using FlowSdk;

return await FlowApp.RunAsync<DyingFlow>(args);
