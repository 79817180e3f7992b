using System.Globalization;
using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Benchmarks.Synthetic;

/// <summary><c>make-register --cases N --out FILE --as-of DAY [--seed N]</c>: a synthetic register as a file, to measure the program with.</summary>
internal static class RegisterMaker
{
    public const string Verb = "make-register";

    private const string Usage = $"usage: {Verb} --cases 10000 --out DIR/register.db --as-of 2026-11-20 [--seed 1]";

    public static int Run(ReadOnlySpan<string> arguments, TextWriter output, TextWriter errors, TimeProvider clock)
    {
        var cases = 0;
        var seed = 1;
        string? file = null;
        DateOnly? day = null;
        for (var i = 0; i < arguments.Length; i += 2)
        {
            var value = i + 1 < arguments.Length ? arguments[i + 1] : "";
            var known = arguments[i] switch
            {
                "--cases" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out cases) && cases > 0,
                "--seed" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out seed),
                "--out" => (file = value).Length > 0,
                "--as-of" => (day = Day(value)) is not null,
                _ => false,
            };
            if (!known)
            {
                errors.WriteLine($"'{arguments[i]} {value}' is not understood; {Usage}");
                return 2;
            }
        }

        if (cases == 0 || file is null || day is not { } today)
        {
            errors.WriteLine(Usage);
            return 2;
        }

        if (File.Exists(file))
        {
            errors.WriteLine($"{file} is there already: name another file, or remove it.");
            return 2;
        }

        var rows = SyntheticRegister.Make(cases, seed, today);
        using var ledger = LedgerDatabase.Open(file, OpenMode.Create, clock);
        SyntheticRegister.Fill(ledger, rows);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{file}: {rows.Cases.Length} cases, {rows.Items.Length} items, {rows.Events.Length} events ({(double)rows.Events.Length / rows.Cases.Length:f1} a case)."));
        return 0;
    }

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
