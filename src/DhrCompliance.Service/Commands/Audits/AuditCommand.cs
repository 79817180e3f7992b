using System.CommandLine;
using DhrCompliance.Assessments;
using DhrCompliance.Cases;
using DhrCompliance.Service.Commands.Adoption;
using DhrCompliance.Service.Commands.Evidence;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Reports.Json;
using DhrCompliance.Service.Reports.Pages.Audits;
using DhrCompliance.Service.Sweeps;

namespace DhrCompliance.Service.Commands.Audits;

/// <summary><c>dhr audit</c>: assesses everything as of a day; changes nothing.</summary>
internal static class AuditCommand
{
    public static Command Create(Invocation invocation, Shared shared)
    {
        var options = new AuditOptions();
        var command = new Command("audit", """
            Assesses everything as of a day; changes nothing. Exit code 1 when a live case is in breach, 5 when something could not be assessed.
            The table is for reading: it leaves out what is not-started, not-yet or not-applicable, and says how much that is.
            A day to come shows what will be so if nothing is recorded until then.

            Examples:
              dhr audit
              dhr audit --as-of 2026-11-20 --partnership bexley --state overdue --format list
              dhr audit --as-of 2026-03-03 --known-at 2026-03-03 --format json --out audit.json
              dhr audit --as-of 2019-03-03 --known-at 2019-03-03 --claimed
              dhr audit --partnership bexley --out audit.xlsx
              dhr audit --schema --out audit.schema.json
              dhr audit --changed-since 2026-10-20
              dhr audit --as-of 2026-03-03 --rulebook 3fa9c1
              dhr audit --case BEX-2026-01 --pack evidence.zip
              dhr audit --verify-pack evidence.zip
            """);
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(options.VerifyPack) is { } packed)
            {
                return PackVerification.Run(invocation, packed);
            }

            if (parsed.GetValue(options.Schema))
            {
                Documents.WriteText(parsed.GetValue(options.Out), invocation, text => text.Write(AuditJson.Schema));
                return ExitCode.Done;
            }

            var settings = shared.Settings(parsed, invocation);
            var day = Shared.Day(parsed.GetValue(options.AsOf), invocation);
            var (kept, draft) = (parsed.GetValue(options.Rulebook), parsed.GetValue(options.Draft));
            using var ledger = LedgerDatabase.Open(settings.Ledger.Path, OpenMode.ReadOnly, invocation.Clock);
            var compiled = CompiledRulebook.Compile(kept is null ? RulesInUse.For(settings, ledger, invocation, draft) : KeptRulebooks.Read(ledger, kept));
            var since = parsed.GetValue(options.ChangedSince) is { } text ? Shared.Day(text, invocation, options.ChangedSince.Name) : (DateOnly?)null;
            var known = options.Knowledge.Take(parsed, ledger, invocation, isLookingBack: since is not null);
            RuleNames.Require(compiled.Rulebook, parsed.GetValue(options.Rule));
            StateNames.Require(parsed.GetValue(options.State));
            Subjects.RequirePartnership(ledger, parsed.GetValue(options.Partnership));
            var filter = new AuditFilter(parsed.GetValue(options.Partnership), parsed.GetValue(options.Rule), parsed.GetValue(options.State));
            var output = options.OutputOf(parsed);
            var pack = parsed.GetValue(options.Pack);
            if (pack is not null && (since ?? (object?)draft) is not null)
            {
                throw new UsageException("--pack holds an audit of the law in force on one day: leave out --changed-since and --with-draft.");
            }

            if (since is { } first)
            {
                return Moved(first);
            }

            var files = Files(known);
            if (pack is not null)
            {
                return PackMaking.Run(invocation, ledger, compiled, KeptRulebooks.Texts(ledger, compiled.Rulebook, settings), new PackTerms
                {
                    ToolVersion = Invocation.Version,
                    AsOf = day,
                    KnownAt = parsed.GetValue(options.Knowledge.KnownAt),
                    Claimed = parsed.GetValue(options.Knowledge.Claimed),
                    Rulebook = compiled.Rulebook.Hash,
                    References = [.. files.Where(filter.Has).Select(file => file.Reference)],
                    Rule = filter.Rule,
                    State = filter.State,
                    WithNotes = parsed.GetValue(options.WithNotes),
                    IsDemo = ledger.IsDemo,
                }, pack);
            }

            if (draft is not null)
            {
                DraftAudit.Require(compiled.Rulebook, draft, output.Format, filter.Rule ?? filter.State);
                return DraftAudit.Run(invocation, ledger, compiled, draft, files.Where(filter.Has), day, output.Format, output.Path);
            }

            var failures = new List<CaseFailure>();
            var assessed = CaseAssessor.Assess(files.Where(filter.Has), compiled, day, failures)
                .Select(one => (one.File, Assessment: filter.Cut(one.Assessment)));
            var asked = new AuditAsked
            {
                Cases = [.. parsed.GetValue(options.Cases) ?? []],
                Partnership = filter.Partnership,
                Rule = filter.Rule,
                State = filter.State,
                IsAll = output.IsAll,
                MadeAt = invocation.Clock.GetUtcNow(),
            };
            return new AuditDocuments(invocation, ledger, asked, failures).Write(
                new AuditHeader(day, parsed.GetValue(options.Knowledge.KnownAt), compiled.Rulebook, parsed.GetValue(options.Knowledge.Claimed)), assessed, output);

            IEnumerable<CaseFile> Files(DateTimeOffset? moment) => Progress.Over(invocation, "Assessing", () => ledger.CountSubjects(), parsed.GetValue(options.Cases) is { Length: > 0 } named
                ? Subjects.Files(ledger, named, moment)
                : ledger.CaseFiles(moment));

            int Moved(DateOnly from)
            {
                ChangedSince.Require(from, day, output.Format);
                if (draft is not null)
                {
                    throw new UsageException("--changed-since and --with-draft each show differences of their own: give one of them.");
                }

                if (known < Instants.EndOf(from))
                {
                    throw new UsageException("--known-at lies before --changed-since: what came between cannot be seen from there. Give a later moment.");
                }

                using var past = LedgerDatabase.Open(settings.Ledger.Path, OpenMode.ReadOnly, invocation.Clock);
                if (parsed.GetValue(options.Knowledge.Claimed))
                {
                    past.UseClaimedTimes();
                }

                var changes = new ChangedSince(invocation, ledger, compiled, filter) { Past = past, Known = known };
                var before = parsed.GetValue(options.Cases) is { Length: > 0 } named
                    ? ledger.CaseFiles(named, Instants.EndOf(from))
                    : ledger.CaseFiles(Instants.EndOf(from));
                return changes.Run(before, () => Files(known), kept is null ? changes.RulesAt(from) : compiled, (from, day), output);
            }
        });
        return command;
    }
}
