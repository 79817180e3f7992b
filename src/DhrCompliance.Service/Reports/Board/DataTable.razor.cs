using System.Text.RegularExpressions;
using DhrCompliance.Service.Reports.Tables;
using Microsoft.AspNetCore.Components;

namespace DhrCompliance.Service.Reports.Board;

/// <summary>A table of the one table model, with caption and headers; on a narrow screen each row is a card of its own.</summary>
public sealed partial class DataTable
{
    [Parameter, EditorRequired]
    public required Table Table { get; set; }

    /// <summary>True: a table of counts, which is narrow everywhere and of which nobody asks how many rows it has.</summary>
    [Parameter]
    public bool Counts { get; set; }

    /// <summary>True: a date within a text is not broken over two lines.</summary>
    [Parameter]
    public bool KeepsDates { get; set; }

    /// <summary>Where more is told of what a row's first cell names; null: nowhere beside this page.</summary>
    [Parameter]
    public Func<string, string?>? Href { get; set; }

    /// <summary>What is said where there is no row.</summary>
    [Parameter]
    public string? Empty { get; set; }

    // In a group, so that splitting keeps it.
    [GeneratedRegex("([0-9]{4}-[0-9]{2}-[0-9]{2})")]
    private static partial Regex IsoDate();

    // Typed by somebody: nothing but an address on the web becomes a link.
    internal static bool IsAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address is { Scheme: "https" or "http", UserInfo.Length: 0 };
}
