using System.Collections;
using DhrCompliance.Service.Reports.Json;

namespace DhrCompliance.Service.Commands.Audits;

/// <summary>Failures that are known only once everything was read: asked for when they are written.</summary>
internal sealed class LateFailures(Func<IReadOnlyCollection<AuditFailure>> failures) : IReadOnlyCollection<AuditFailure>
{
    public int Count => failures().Count;

    public IEnumerator<AuditFailure> GetEnumerator() => failures().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
