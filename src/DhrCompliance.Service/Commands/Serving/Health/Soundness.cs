using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Commands.Serving.Health;

/// <summary>Whether the register's file is sound, looked at once a day and beside everything else, since it takes as long as reading the whole file.</summary>
internal sealed class Soundness(Func<bool> look, TimeProvider clock)
{
    private static readonly TimeSpan Every = TimeSpan.FromDays(1);

    private Task<bool?>? _looking;
    private long _since;
    private bool? _last;

    /// <summary>What the last look found that has ended; null: none has. Not for several threads at once.</summary>
    public bool? Now()
    {
        if (_looking is { IsCompleted: true })
        {
            _last = _looking.Result ?? _last;
        }

        if (_looking is null || (_looking.IsCompleted && clock.GetElapsedTime(_since) >= Every))
        {
            _since = clock.GetTimestamp();
            _looking = Task.Run(Look);
        }

        return _last;
    }

    private bool? Look()
    {
        try
        {
            return look();
        }
        catch (LedgerException error)
        {
            // A register that cannot be read for another reason is told as such.
            return error.Fault == LedgerFault.Damaged ? false : null;
        }
    }
}
