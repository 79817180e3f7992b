using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Post;
using DhrCompliance.Service.Settings;

namespace DhrCompliance.Service.Commands.Adoption;

/// <summary>What <c>dhr run</c> does about changed rules before it sweeps: the same as the service that is left alone does every minute.</summary>
internal static class RulesAtRun
{
    // A copy that is under way has gone on by then.
    private static readonly TimeSpan BetweenReadings = TimeSpan.FromSeconds(1);

    /// <summary>Proposes what is new, has it told, and says which rules govern where others lie in the folder. True: these cannot come into force.</summary>
    public static bool Look(ServiceSettings settings, Act act, LedgerDatabase ledger, RulesInForce inForce, Invocation invocation)
    {
        if (inForce.IsNamed || ledger.Rulebooks().InForce is null)
        {
            return false;
        }

        var desk = new RulesDesk(settings, act, invocation.User, invocation.Clock);
        var settling = new Settling(invocation.Clock, TimeSpan.Zero);
        desk.Look(ledger, inForce, settling.Is, invocation.Stop);
        if (settling.HasNew)
        {
            invocation.Stop.WaitHandle.WaitOne(BetweenReadings);
            desk.Look(ledger, inForce, settling.Is, invocation.Stop);
        }

        var standing = ledger.Rulebooks();
        Tell(settings, act, standing, invocation);
        return RulesInUse.Beside(settings, standing, standing.InForce!, invocation);
    }

    /// <summary>Has told what nobody was told yet. What cannot be sent now is sent by the next run.</summary>
    public static void Tell(ServiceSettings settings, Act act, RulebookStanding standing, Invocation invocation)
    {
        var toOperator = new OperatorPostOptions(settings.Post.Operator, settings.From, settings.Ledger.Path, act, () => Transports.Of(settings, invocation.Clock));
        var toLead = toOperator with { Operator = settings.Adopting.PolicyLead ?? settings.Post.Operator, Closing = RulesNews.Closing };
        foreach (var (options, news) in new[] { (toOperator, RulesNews.ForOperator(standing)), (toLead, RulesNews.ForLead(standing, settings)) })
        {
            var post = new OperatorPost(options, invocation.Clock);
            foreach (var one in news)
            {
                post.Tell(one, invocation.Stop).GetAwaiter().GetResult();
            }
        }
    }
}
