namespace DhrCompliance.Service.Commands.Serving;

/// <summary>
/// Calls an address after each good sweep, so that somebody outside notices when that no longer happens. The address is a secret:
/// whoever knows it can pretend to be this service.
/// </summary>
internal sealed class Ping(string? address) : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    // Whoever is led elsewhere would tell the address to somebody else.
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = Longest }) { Timeout = Longest };

    public bool IsWanted => address is not null;

    /// <summary>Null: it was answered well; else why not, without the address and without the other side's words.</summary>
    public async Task<string?> Send(CancellationToken stop)
    {
        try
        {
            using var answer = await _client.GetAsync(new Uri(address!), HttpCompletionOption.ResponseHeadersRead, stop);
            return answer.IsSuccessStatusCode ? null : FormattableString.Invariant($"answered with status {(int)answer.StatusCode}");
        }
        catch (HttpRequestException error)
        {
            return $"could not be reached ({error.HttpRequestError})";
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return FormattableString.Invariant($"did not answer within {Longest.TotalSeconds} seconds");
        }
    }

    public void Dispose() => _client.Dispose();
}
