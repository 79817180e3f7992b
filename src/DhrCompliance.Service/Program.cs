using DhrCompliance.Service.Commands;

return Entry.Run(args, Console.Out, Console.Error);
