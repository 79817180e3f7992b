using DhrCompliance.Service.Commands.Adoption;
using DhrCompliance.Service.Commands.Serving.Intaking;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Operations.Health;
using DhrCompliance.Service.Post;
using DhrCompliance.Service.Settings;
using DhrCompliance.Service.Tests.Ledger;
using Microsoft.Extensions.Logging.Abstractions;

namespace DhrCompliance.Service.Tests.Commands.Serving.Intaking;

/// <summary>An intake folder beside a register with one review, looked into as the service does, a minute each time.</summary>
internal sealed class Tray : IDisposable
{
    private readonly SteppedClock _clock = new(new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero));
    private IntakeRound _round;

    public Tray()
    {
        Program.Write("in/partnerships.csv", "id,name,jurisdiction,kept-since\nborough,Borough Partnership,england,2026-01-01\nother,Other Partnership,england,2026-01-01\n");
        Program.Write("in/contacts.csv", "partnership,case,agency,role,email,from,until\nborough,,,csp-team,team@example.org,,\n");
        Program.Write("in/cases.csv", "reference,partnership,kept-since\nBOR-1,borough,\nOTH-1,other,\n");
        Program.Write("in/events.csv", "id,reference,event,date\n,BOR-1,notified,2026-09-01\n");
        Program.Run("import", "in").Code.ShouldBe(0);
        _round = Begin();
    }

    public TestProgram Program { get; } = new(withPost: true);

    /// <summary>Who was told what.</summary>
    public List<(string Address, OperatorNews News)> Mails { get; } = [];

    public IntakeStanding? Standing => _round.Standing;

    public void Put(string name, string text) => Program.Write($"tray/{name}", text);

    /// <summary>So many looks, a minute apart.</summary>
    public void Look(int times = 2)
    {
        for (var look = 0; look < times; look++)
        {
            _round.Look(CancellationToken.None);
            _clock.Step(TimeSpan.FromMinutes(1));
        }
    }

    /// <summary>As after a restart.</summary>
    public void Restart() => _round = Begin();

    /// <summary>What lies in a folder of the tray, by path below it.</summary>
    public IReadOnlyList<string> Files(string folder) => !Directory.Exists(Program.Path($"tray/{folder}")) ? [] :
        [.. Directory.EnumerateFiles(Program.Path($"tray/{folder}"), "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Program.Path($"tray/{folder}"), file).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    public string Read(string path) => File.ReadAllText(Program.Path($"tray/{path}"));

    public string? Events(string reference = "BOR-1") => Program.Ask($"SELECT group_concat(event || ' ' || coalesce(date, ''), '; ') FROM (SELECT * FROM events WHERE reference = '{reference}' ORDER BY row)");

    public void Dispose() => Program.Dispose();

    private IntakeRound Begin()
    {
        var act = new Act("serve", "tester", "bench", "1");
        var settings = SettingsReader.Read(new SettingOptions(), new Surroundings(Program.Environment, Program.Folder, AppContext.BaseDirectory));
        var post = new IntakePost(PostTerms.Anyone, (address, news) => Mails.Add((address, news)), news => Mails.Add(("operator", news)), _clock);
        return new IntakeRound(settings, Program.Path("tray"), new RulesInForce(settings, act, "tester"), post, act, NullLogger.Instance, _clock);
    }
}
