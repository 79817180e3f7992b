using System.Collections.Immutable;
using DhrCompliance.Assessments;
using DhrCompliance.Cases;
using DhrCompliance.Escalations;
using DhrCompliance.Escalations.Wording;
using DhrCompliance.Rulebooks;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Post;
using DhrCompliance.Service.Post.Composing;
using DhrCompliance.Service.Tests.Ledger;
using static DhrCompliance.Tests.Escalations.Ground;

namespace DhrCompliance.Service.Tests.Post;

/// <summary>A register with one case and its contacts, an outbox and a pickup folder, all real.</summary>
internal sealed class PostOffice : IDisposable
{
    public static readonly Act Act = new("test", "tester", "here", "0.0.0");

    private readonly TemporaryRegister _register = new();
    private readonly NoticePlanner _planner = new(Rules);

    public PostOffice(params ContactRow[] contacts)
    {
        Database = _register.Open();
        TemporaryRegister.Write(Database, writer =>
        {
            writer.Append(Sample.Partnership());
            writer.Append(Sample.Partnership("devon"));
            writer.Append(Sample.Case("BEX-2026-01"));
            foreach (var contact in contacts)
            {
                writer.Append(contact);
            }
        });
    }

    public LedgerDatabase Database { get; }

    public PostTerms Terms { get; set; } = PostTerms.Anyone;

    public string Folder => Path.Combine(_register.Folder, "outbox");

    public CaseFile File { get; set; } = new() { Reference = "BEX-2026-01", Partnership = "bexley", Jurisdiction = "england" };

    public IEnumerable<string> Mails => Directory.Exists(Folder) ? Directory.GetFiles(Folder).Select(path => Path.GetFileName(path)) : [];

    public static ContactRow Holds(string role, string email, string? partnership = "bexley") =>
        new() { Partnership = partnership, Role = role, Email = email };

    /// <summary>Plans and writes the outbox as a sweep does; sends nothing.</summary>
    public PlannedPost Plan(Assessment assessment)
    {
        var planned = Database.PlannedNotices([assessment.Reference]);
        var sent = SentReading.Of(planned.GetValueOrDefault(assessment.Reference));
        var words = new NoticeWriter(Rules);
        var outbox = new Outbox(words, Terms.Book(Database, new CurrentNames(Rules)));
        var entries = outbox.Prepare(_planner.Plan(assessment, sent, "england"), assessment, File);
        var composer = new Composer(assessment.AsOf, Deliveries.From, Rules, Database.Partnerships().ToDictionary(one => one.Id, one => one.Name));
        composer.Add(entries);
        Composition? mails = null;
        TemporaryRegister.Write(Database, writer =>
        {
            Outbox.Append(writer, entries);
            mails = composer.Compose(
                Database.CarriedBy(DeliveryState.Planned, DeliveryState.Held, DeliveryState.Failed),
                new Standing(Database, CompiledRulebook.Compile(Rules), words, outbox, assessment.AsOf),
                []);
            mails.Append(writer);
        });
        return new PlannedPost([.. entries.Notices, .. mails!.Notices], mails.Deliveries, [.. entries.Gaps.Where(gap => gap.Waits).Select(gap => new Vacancy(gap.Role, gap.Reference, gap.Partnership))], entries.Withdrawn);
    }

    public ManualClock Clock => _register.Clock;

    public Task<DrainReport> Drain(string? folder = null, DrainLimits? limits = null, TimeProvider? clock = null, CancellationToken stop = default) =>
        new Drain(Database, new PickupFolder(folder ?? Folder, Deliveries.From), limits ?? new DrainLimits(), clock ?? _register.Clock).Run(Act, stop);

    public IReadOnlyList<DeliveryRow> All() => Database.Deliveries(DeliveryFilter.All);

    /// <summary>A case that is late, and so many people to be told of it.</summary>
    public static PostOffice WithMails(int mails)
    {
        var late = Day("2026-07-11");
        var post = new PostOffice([.. Enumerable.Range(0, mails).Select(n => Holds("team", $"member{n:000}@example.org"))]);
        post.Plan(On(late, Row(late, late.AddDays(-1))));
        return post;
    }

    /// <summary>The states of the first delivery, or of the one named.</summary>
    public DeliveryHistory History(string? id = null) => Database.HistoriesOf([id ?? All()[0].Id])[0];

    public void State(string id, string state, string? answer) => TemporaryRegister.Write(Database, writer => writer.AppendDeliveryState(id, state, answer));

    /// <summary>As another process would open it.</summary>
    public LedgerDatabase Beside() => _register.Open(OpenMode.Write);

    public void Append(ContactRow contact) => TemporaryRegister.Write(Database, writer => writer.Append(contact));

    public void Dispose() => _register.Dispose();
}

/// <summary>What a plan became.</summary>
internal sealed record PlannedPost(
    ImmutableArray<NoticeRow> Notices, ImmutableArray<DeliveryRow> Deliveries, ImmutableArray<Vacancy> Vacancies, ImmutableArray<string> Withdrawn);
