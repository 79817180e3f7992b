namespace DhrCompliance.Service.Commands;

/// <summary>A register that exists only while a first import is rehearsed.</summary>
internal sealed class Rehearsal : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dhr-rehearsal-").FullName;

    public string Path => System.IO.Path.Combine(_folder, "register.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
