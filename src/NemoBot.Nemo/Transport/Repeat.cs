namespace NemoBot.Nemo.Transport;

/// <summary>When a call may be made again after an outage.</summary>
internal enum Repeat
{
    /// <summary>Only if no connection was made: a second time could do and charge the work twice.</summary>
    IfNeverSent,

    /// <summary>Always: a second time changes nothing.</summary>
    Safely,

    /// <summary>Not at all.</summary>
    Never,
}
