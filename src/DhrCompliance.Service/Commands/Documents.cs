namespace DhrCompliance.Service.Commands;

/// <summary>Where a command's document goes: to the terminal, or whole into a file.</summary>
internal static class Documents
{
    /// <summary>Writes to the file beside its place and moves it there when it is whole; to the output where no file is named.</summary>
    public static void Write(string? path, Invocation invocation, Action<Stream> write)
    {
        if (path is null)
        {
            using var text = new TextStream(invocation.Output);
            write(text);
            return;
        }

        var full = Path.GetFullPath(path, invocation.Surroundings.WorkingFolder);
        var part = $"{full}.part";
        Placed(full, () =>
        {
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            Interruption.Begun(part);
            try
            {
                // New, so that a link laid under the name leads nowhere.
                File.Delete(part);
                using (var file = new FileStream(part, FileMode.CreateNew, FileAccess.Write))
                {
                    write(file);
                }

                File.Move(part, full, overwrite: true);
            }
            finally
            {
                File.Delete(part);
                Interruption.Ended(part);
            }
        });
    }

    /// <summary>As the other, for text.</summary>
    public static void WriteText(string? path, Invocation invocation, Action<TextWriter> write)
    {
        if (path is null)
        {
            write(invocation.Output);
            return;
        }

        Write(path, invocation, stream =>
        {
            using var text = new StreamWriter(stream) { NewLine = "\n" };
            write(text);
        });
    }

    /// <summary>Writes to a place a person named. Throws <see cref="UsageException"/> where it cannot be written.</summary>
    public static void Placed(string place, Action write)
    {
        try
        {
            write();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{place} cannot be written ({error.Message.TrimEnd('.')}): name another place, or let this user write there.");
        }
    }
}
