using NemoBot.LocalNemo.Rendering.Composing;
using NemoBot.LocalNemo.Rendering.Pictures;

namespace NemoBot.LocalNemo.Rendering.Strips;

/// <summary>
/// What a strip without sound shows between two key pictures: which of its pictures differ from the one before. Most strips have
/// very few different programs, and each is encoded once however often it comes.
/// </summary>
/// <param name="First">The timeline's frame of the key picture.</param>
/// <param name="Changes">Frames after the first that differ from the one before them.</param>
internal sealed record StillProgram(long First, IReadOnlyList<int> Changes)
{
    /// <summary>Finds the program of each stretch between key pictures.</summary>
    /// <returns>The different programs, and for each stretch the number of its program.</returns>
    public static (IReadOnlyList<StillProgram> Programs, IReadOnlyList<int> Stretches) FindAll(FrameComposer composer, Rows rows, int keyEvery)
    {
        Dictionary<string, int> known = new(StringComparer.Ordinal);
        List<StillProgram> programs = [];
        List<int> stretches = [];
        for (var first = 0L; first < composer.Count; first += keyEvery)
        {
            var (name, program) = Find(composer, rows, first, (int)Math.Min(keyEvery, composer.Count - first));
            if (!known.TryGetValue(name, out var index))
            {
                known[name] = index = programs.Count;
                programs.Add(program);
            }

            stretches.Add(index);
        }

        return (programs, stretches);
    }

    private static (string Name, StillProgram Program) Find(FrameComposer composer, Rows rows, long first, int count)
    {
        var state = composer.Describe(rows, first);
        var name = new System.Text.StringBuilder(state);
        List<int> changes = [];
        for (var i = 1; i < count; i++)
        {
            var next = composer.Describe(rows, first + i);
            if (next != state)
            {
                changes.Add(i);
                name.Append(';').Append(i).Append(':').Append(next);
                state = next;
            }
        }

        return (name.ToString(), new StillProgram(first, changes));
    }
}
