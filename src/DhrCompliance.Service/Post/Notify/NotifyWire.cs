using Notify.Interfaces;

namespace DhrCompliance.Service.Post.Notify;

/// <summary>
/// One request of the library's client, as it went over the wire: the library has no way to be given up, and tells of a refusal only as a sentence.
/// </summary>
/// <param name="http">Shared by all; not disposed of here.</param>
/// <param name="address">Where the service is; the library's own idea of that is not asked.</param>
/// <param name="end">Gives the request up.</param>
internal sealed class NotifyWire(HttpClient http, Uri address, CancellationToken end) : IHttpClient
{
    private string? _agent;

    /// <summary>The answer's status; 0: none came.</summary>
    public int Status { get; private set; }

    /// <summary>The answer's text.</summary>
    public string Body { get; private set; } = "";

    /// <summary>What broke.</summary>
    public Exception? Error { get; private set; }

    /// <summary>Whether the service may have got the request: false only where it is certain that it did not.</summary>
    public bool MayHaveArrived =>
        Status != 0 || Error is not HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError };

    /// <inheritdoc/>
    public Uri? BaseAddress { get; set; }

    /// <inheritdoc/>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        try
        {
            request.RequestUri = new Uri(address, request.RequestUri!);
            request.Headers.TryAddWithoutValidation("Accept", "application/json");
            request.Headers.TryAddWithoutValidation("User-Agent", _agent);
            var response = await http.SendAsync(request, end).ConfigureAwait(false);
            Body = await response.Content.ReadAsStringAsync(end).ConfigureAwait(false);
            Status = (int)response.StatusCode;
            return response;
        }
        catch (Exception error)
        {
            Error = error;
            throw;
        }
    }

    /// <inheritdoc/>
    public void SetClientBaseAddress()
    {
    }

    /// <inheritdoc/>
    public void AddContentHeader(string header)
    {
    }

    /// <inheritdoc/>
    public void AddUserAgent(string userAgent) => _agent = userAgent;

    public void Dispose()
    {
    }
}
