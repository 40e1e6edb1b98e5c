using System.Collections.Frozen;

namespace NemoBot.Core.Commands;

/// <summary>The commands by name.</summary>
internal sealed class CommandSet(IEnumerable<ICommand> commands)
{
    private readonly FrozenDictionary<string, ICommand> _byName = commands
        .SelectMany(c => c.Names.Select(n => (Name: n, Command: c)))
        .ToFrozenDictionary(p => p.Name, p => p.Command, StringComparer.OrdinalIgnoreCase);

    public ICommand? Find(string name) => _byName.GetValueOrDefault(name);
}
