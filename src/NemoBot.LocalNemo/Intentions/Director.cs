using NemoBot.LocalNemo.Language;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Intentions;

/// <summary>Carries out what people ask for in English or Chinese, and says what it did and what it did not understand.</summary>
internal static class Director
{
    /// <summary>The order matters: who comes first takes the words first.</summary>
    private static readonly IReadOnlyList<IIntention> Intentions =
    [
        new RemovalIntention(), new CanvasIntention(), new TrimIntention(), new TitleIntention(), new BackgroundIntention(), new VisualIntention(),
        new MusicIntention(), new VolumeIntention(), new FadeIntention(), new CaptionIntention(), new MaterialIntention(),
    ];

    /// <summary>Carries it out.</summary>
    public static Outcome Carry(Request request)
    {
        var text = CleanText.Of(request.Text);
        var clauses = Clauses.Cut(text, Lexer.Cut(text, Vocabulary.Default));
        var speech = SpeaksChinese(text, request.Chinese) ? Speech.InChinese : Speech.InEnglish;
        var bench = new Workbench(request, speech);
        if (clauses.Any(c => c.Has(Concept.Undo)))
        {
            return new Outcome
            {
                Answer = speech.Say("undone"),
                Chinese = speech.Chinese,
                Steps = [new Step("undo", [])],
                Undo = true,
            };
        }

        var fresh = !bench.HasMaterial;
        new Arrangement(bench, clauses).Apply();
        var before = bench.Project;
        foreach (var clause in clauses)
        {
            foreach (var intention in Intentions)
            {
                intention.Apply(clause, bench);
            }
        }

        if (!bench.HasMaterial)
        {
            return Wait(bench, clauses, request);
        }

        if (fresh && !bench.Told("visual") && !bench.Told("background") && before.Background.Kind != BackgroundKind.Video)
        {
            bench.Did("set_visual", "made.look", bench.Project.Visual.Style, Looks.Describe(bench.Project.Background, speech));
        }

        return new Outcome { Project = bench.Project, Answer = Answer(bench, clauses), Chinese = speech.Chinese, Steps = bench.Steps };
    }

    /// <summary>A message that is clearly in one of the two languages is answered in it.</summary>
    private static bool SpeaksChinese(string text, bool session)
    {
        var chinese = text.Count(c => c is >= '\u4E00' and <= '\u9FFF');
        return chinese > 0 ? session || chinese * 2 >= text.Count(char.IsAsciiLetter) : session && !text.Any(char.IsAsciiLetter);
    }

    private static Outcome Wait(Workbench bench, IReadOnlyList<Clause> clauses, Request request)
    {
        var asked = bench.Done.Count > 0 || clauses.Any(c => c.Has(Concept.Waveform, Concept.Video, Concept.Voice, Concept.Music, Concept.Trim, Concept.FadeIn));
        var help = !asked || clauses.Any(c => c.Has(Concept.Greeting, Concept.Help));
        var answer = request.Files.Count > 0 ? "waiting.picture" : help ? "hello" : "waiting";
        var speech = bench.Speech;
        return new Outcome
        {
            Answer = clauses.Any(c => c.Has(Concept.Help)) ? speech.Join([speech.Say("hello"), speech.Say("can")]) : speech.Say(answer),
            Chinese = speech.Chinese,
            Deferred = asked || request.Files.Count > 0,
        };
    }

    private static string Answer(Workbench bench, IReadOnlyList<Clause> clauses)
    {
        var speech = bench.Speech;
        List<string> sentences = [.. bench.Done, .. bench.Notes];
        var asks = clauses.Any(c => c.Has(Concept.Help));
        if (clauses.Any(c => c.Has(Concept.HowLong)) && bench.Done.Count == 0)
        {
            sentences.Add(speech.Say("length", bench.Project.Duration));
        }

        var unknown = Unknown.Of(clauses);
        if (unknown.Count > 0 && !asks)
        {
            sentences.Add(speech.Say("unknown", speech.List(unknown.Select(u => speech.Say("quoted", u)))));
        }

        if (asks || (unknown.Count > 0 && bench.Done.Count == 0))
        {
            sentences.Add(speech.Say("can"));
        }

        if (sentences.Count == 0)
        {
            sentences.Add(speech.Say(
                clauses.Any(c => c.Has(Concept.Thanks)) ? "thanks" : clauses.Any(c => c.Has(Concept.Greeting)) ? "hello.again" : "nothing.said"));
        }

        return speech.Join(sentences);
    }
}
