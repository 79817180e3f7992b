namespace DhrCompliance.Service.Commands;

/// <summary>The whole program as a function, so that a test can call it as a person would.</summary>
internal static class Entry
{
    public static int Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors)
    {
        if (arguments is ["--version"])
        {
            output.WriteLine(typeof(Entry).Assembly.GetName().Version?.ToString(3));
            return 0;
        }

        errors.WriteLine("dhr: give a command, or --version.");
        return 2;
    }
}
