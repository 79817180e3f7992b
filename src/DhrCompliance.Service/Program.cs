using DhrCompliance.Service.Commands;
using DhrCompliance.Service.Operations;

#pragma warning disable RS0030 // The one place that names the real clock: everything else is handed a TimeProvider.
var clock = TimeProvider.System;
#pragma warning restore RS0030

OwnFiles.KeepFromOthers();
using var interruption = Interruption.Watch(Console.Error, clock);
return Entry.Run(args, Invocation.Of(Console.Out, Console.Error, clock, interruption.Stop));
