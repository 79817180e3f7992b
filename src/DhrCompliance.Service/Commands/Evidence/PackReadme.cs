using DhrCompliance.Assessments.Explaining;

namespace DhrCompliance.Service.Commands.Evidence;

/// <summary>What a reader without the program must know of a pack.</summary>
internal static class PackReadme
{
    public static string Of(PackTerms terms) => $"""
        EVIDENCE PACK
        {(terms.IsDemo ? "This is a demonstration: people and cases are made up.\n" : "")}
        This file holds an audit of domestic homicide reviews and everything it rests on, so that another person can check it without the register
        that it was made from. Treat it as the register itself: it holds what is recorded of each review, sensitive facts included, and who recorded it.

        What was assessed
          As of:         {DateWords.Day(terms.AsOf)}
          Known by:      {(terms.KnownAt is null ? "everything that the register held when this was made" : $"{terms.KnownAt}{(terms.Claimed ? ", by the times that the sources of the rows claim" : "")}")}
          Cases:         {terms.References.Length}, partnerships among them where something of their own is recorded (pack.json names them)
          Cut to:        {(terms.Rule is null && terms.State is null ? "nothing: every rule and state is there" : $"{terms.Rule ?? "every rule"}, {terms.State ?? "every state"}")}
          Rules:         {terms.Rulebook}
          Made by:       dhr {terms.ToolVersion}

        What is in it
          audit.json     every conclusion, with its reasons in English, its dates and its sources
          register/      the rows that it rests on, by id, with the moment at which the register took each in (witnessed_at): cases, items, events,
                         partnerships and the protocols they adopted; and what was told: notices, withdrawals, acknowledgements, mails and their states
          rules/         the rules and the calendars of bank holidays, as text
          trail/         the audit trail of each partnership, from its first entry to its last: for each row that was ever written a digest, chained to
                         the one before it; and the acts that wrote (acts.json)
          pack.json      what was asked for
          manifest.json  the SHA-256 of each of these

        How to check it
          With the program:     dhr audit --verify-pack FILE.zip
          By hand:              the SHA-256 of each file must be the one in manifest.json. A digest in trail/ is the SHA-256 of the salt and the values of
                                the row, each with its type and length before it; docs/operating.md of the program describes it to the byte.
          Against the register: the last entry of each chain in trail/ must be in the register that this was made from ('dhr ledger verify'), and the
                                weekly mails name such entries.

        What is left out
          {(terms.WithNotes ? "Nothing that persons wrote in their own words: notes are in it." : "What persons wrote in their own words: notes on events, reasons of acknowledgements, answers of mail servers. Their rows say leftOut there,\n  and have no salt: they cannot be compared with their digests, which stand in the chain all the same.")}
          Addresses and texts of mails, as one mail may speak of several reviews. Everything about other reviews: of their rows only digests stand in
          the trail, which tell nothing.

        What a check cannot tell
          Whether somebody who made the whole pack anew left out a row, or never recorded it, or changed a row of which something is left out: such a
          row is taken as it stands. A pack made --with-notes leaves nothing out of the rows that conclusions rest on. Note the SHA-256 of this file where it is received,
          and compare the ends of the chains with the register's.
        """.ReplaceLineEndings("\n") + "\n";
}
