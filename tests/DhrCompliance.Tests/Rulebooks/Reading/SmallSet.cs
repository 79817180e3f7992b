using DhrCompliance.Rulebooks.Reading;

namespace DhrCompliance.Tests.Rulebooks.Reading;

/// <summary>A small set of rule files without a mistake, to be broken one place at a time.</summary>
internal static class SmallSet
{
    public const string Words = """
        conditions:
          - name: nobody-to-ask
            title: Every relative declined
            when:
              every-of: relative
              wish: [declined, unsafe]
        facts:
          - name: other-review
            question: Is another review under way?
            type: yes-no
          - name: asked-on
            question: When was it asked for?
            type: date
          - name: remarks
            question: What else is known?
            type: text
          - name: age
            of: person
            question: How old was the person?
            type: number
            sensitive: yes
          - name: wish
            of: relative
            question: Does the relative wish to take part?
            type: choice
            choices: [yes, declined, unsafe]
          - name: finish-by
            of: task
            question: By when is it to be finished?
            type: date
        events:
          - name: told
            title: the notice
            means: beginning
            held-by: office
          - name: decided
            title: the decision
            repeats: yes
            milestone: yes
            attributes:
              - name: outcome
                type: choice
                of: [go, stop]
              - name: letter
                type: date
              - name: note
                type: text
            implied-by:
              - event: [written, sent]
                with:
                  outcome: go
          - name: written
            title: the writing
            implied-by:
              - event: sent
          - name: sent
            title: the sending
            repeats: yes
            expected-on: working-day
            not-after:
              event: decided
              where:
                outcome: stop
          - name: stopped
            title: the stop
            means: pause-start
            repeats: yes
            attributes:
              - name: reason
                type: choice
                of: [court, inquest]
                means: reason
          - name: resumed
            title: the resumption
            means: pause-end
            repeats: yes
            ends: stopped
          - name: agreed
            title: the agreement of another date
            means: extension
            repeats: yes
            attributes:
              - name: for
                type: rule
                means: rule
              - name: until
                type: date
                means: until
          - name: done
            title: the end of a task
            of: task
        items:
          - name: person
            title: a person
          - name: relative
            title: a relative
          - name: task
            title: a task
        roles:
          - name: office
            title: the office
            bound-to: partnership
          - name: chair
            title: the chair
            bound-to: case

        """;

    public const string Pack = """
        pack: first
        title: The first edition
        edition-of: series
        status: in-force
        governs:
          jurisdiction: [here]
          by: [told, decided]
          from: 2016-12
        names:
          review: review
          short: R
        sources:
          act:
            title: An Act
        criteria:
          - id: needed
            title: A review is needed
            basis: stated
            cite:
              - source: act
                at: s.1
                quote: the words of the Act
            when:
              any-of: person
              age: at least 16
        timescales:
          - id: decide
            title: Decide
            owner: chair
            force: guidance
            basis: stated
            cite:
              - source: act
            applies-when:
              other-review: no
            starts: [told]
            within: 1 month
            met-by: decided
            waived-by: nobody-to-ask
            escalation: ladder
          - id: write
            title: Write the report
            owner: office
            basis: read
            cite:
              - source: act
            for-each:
              event: decided
              where:
                outcome: go
            starts: [letter, told]
            date: [letter, agreed.until]
            promptly: 14 days
            paused-by: [court]
            extended-by:
              event: agreed
              where:
                for: write
            met-by:
              all:
                - written
                - sent
            ends-with: resumed
          - id: finish
            title: Finish the task
            owner: office
            basis: proposed
            for-each:
              item: task
            date: [finish-by]
            met-by: done
        checks:
          - id: in-order
            title: Written before it was sent
            owner: office
            basis: read
            cite:
              - source: act
            order: [written, sent]
            escalation: ladder
          - id: all-done
            title: Every task was done
            basis: proposed
            at: sent
            require:
              every: task
              has: done

        """;

    public const string Paths = """
        escalation-paths:
          - id: ladder
            title: Who is told
            quiet: weekends-and-holidays
            steps:
              - id: before
                when: 14 days before
                to: [office, owner]
              - id: after
                when: 1 day after
                then: every 28 days
                to: [chair]
                approval: required
            acknowledge: at most 28 days
            explained: chair
            cannot-tell: ask office, every 28 days, at most 3 times, then chair
            undeliverable: [office]

        """;

    public const string Calendar = """
        # calendar: Here
        # jurisdictions: here
        # known-until: 2027-12-31
        # source: The almanac
        # taken: 2026-11-20
        date,name
        2026-12-25,Christmas Day

        """;

    public static IReadOnlyList<RuleFile> With(string path, string text) =>
    [
        FilesOf.Text("words.yaml", path == "words.yaml" ? text : Words),
        FilesOf.Text("pack.yaml", path == "pack.yaml" ? text : Pack),
        FilesOf.Text("paths.yaml", path == "paths.yaml" ? text : Paths),
        FilesOf.Text("here.csv", path == "here.csv" ? text : Calendar),
    ];

    public static string Of(string path) => path switch
    {
        "words.yaml" => Words,
        "pack.yaml" => Pack,
        "paths.yaml" => Paths,
        _ => Calendar,
    };
}
