using System.Globalization;
using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Operations.Health;

/// <summary>Whether what is concluded can be kept.</summary>
internal static class PlaceFindings
{
    public const long Megabyte = 1_000_000;

    /// <summary>Less than this is told.</summary>
    public const long LittleBytes = 500 * Megabyte;

    /// <summary>With less than this a sweep may not be written.</summary>
    public const long TooLittleBytes = 50 * Megabyte;

    public static Finding Ledger(HealthFacts facts)
    {
        const string Name = HealthFindings.Names.Ledger;
        var trouble = facts.Ledger switch
        {
            { Fault: { } fault } => Trouble(fault),
            { IsSound: false } => "The register is damaged: 'dhr ledger verify' says where. Stop the service, keep the file, restore the latest backup, and import what came after it.",
            _ => null,
        };
        return trouble is null
            ? new Finding(Name, HealthLevel.Ok, facts.Ledger.IsSound is null ? "The register can be read and written; the whole file is still to be checked." : "The register can be read and written, and is sound.")
            : new Finding(Name, HealthLevel.Unhealthy, trouble);
    }

    public static Finding Disk(HealthFacts facts)
    {
        const string Name = HealthFindings.Names.Disk;
        if (facts.Disks.FirstOrDefault(disk => disk.FreeBytes is null) is { } dark)
        {
            return new Finding(Name, HealthLevel.Degraded, $"How much space is left for {dark.Of} cannot be told: see whether its folder is there ('dhr doctor').");
        }

        if (facts.Disks.MinBy(disk => disk.FreeBytes) is not { FreeBytes: { } free } tightest)
        {
            return new Finding(Name, HealthLevel.Ok, "Nothing is written to a disk of its own.");
        }

        var level = free < TooLittleBytes ? HealthLevel.Unhealthy : free < LittleBytes ? HealthLevel.Degraded : HealthLevel.Ok;
        var left = string.Create(CultureInfo.InvariantCulture, $"{free / Megabyte} MB are left for {tightest.Of}");
        return new Finding(Name, level, level == HealthLevel.Ok
            ? $"{left}."
            : $"{left}, less than {(level == HealthLevel.Unhealthy ? TooLittleBytes : LittleBytes) / Megabyte}: make room, or move it to a larger disk. While it is full nothing is half written, and nobody is told anything.");
    }

    /// <summary>What a fault of the register is, and what to do.</summary>
    public static string Trouble(LedgerFault fault) => fault switch
    {
        LedgerFault.Missing => "There is no register where the settings say: stop the service, put the file or its latest backup back, and start it again.",
        LedgerFault.NotADatabase => "The file that the settings name is not a register: 'dhr doctor' says which file that is.",
        LedgerFault.ReadOnly => "The register cannot be written: see whether the disk is full or read-only, and let the service's user write the file and its folder ('dhr doctor').",
        LedgerFault.OlderVersion => "The register is of an earlier version: 'dhr ledger migrate' brings it up to date and keeps a copy.",
        LedgerFault.NewerVersion or LedgerFault.ScriptChanged => "Another version of dhr has written the register: run that one.",
        LedgerFault.Locked => "Another program holds the register, and does not let go of it: find out which (a database browser, a backup that hangs), and end it. The work goes on by itself after that.",
        LedgerFault.Disk => "The register's disk is full or answers with an error: make room, or look into the system's log; nothing is half written, and the work goes on by itself.",
        LedgerFault.Replaced => "The register's file, or one of the two beside it, was deleted, moved or replaced while the service ran: stop the service, put the file or its latest backup back, and start it again.",
        _ => "The register is damaged: stop the service, keep the file, restore the latest backup, and import what came after it.",
    };
}
