namespace NemoBot.Core.Replies.Translation;

internal enum GuiActionKind { Export, ShowTimeline, ShowCredits, SendEdit, Register, Upload }
