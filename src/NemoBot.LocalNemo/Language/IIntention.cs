namespace NemoBot.LocalNemo.Language;

/// <summary>One kind of thing that can be asked for.</summary>
internal interface IIntention
{
    /// <summary>Does what a clause asks for of its kind, claiming the words it understood. Nothing happens if it asks for nothing of it.</summary>
    void Apply(Clause clause, Workbench bench);
}
