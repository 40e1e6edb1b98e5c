using NemoBot.Core.Backend;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;

namespace NemoBot.Core.Erasure;

/// <summary>Deletes the sessions of a conversation at the backends that can.</summary>
internal sealed class SessionEraser(BackendDirectory backends, ISkillCatalog skills)
{
    public async Task<(ErasedFiles Files, bool ServiceMayHold, bool IsUnreached)> EraseAsync(
        ConversationRecord? conversation, IEnumerable<string> sessions, CancellationToken cancellationToken)
    {
        var (files, isHeld, isUnreached) = (ErasedFiles.None, false, false);
        foreach (var session in sessions)
        {
            var wasFound = false;
            foreach (var backend in backends.All)
            {
                try
                {
                    var caller = new BackendCaller(backends.AccountFor(backend, conversation?.AccountKey ?? Accounts.Default), skills.Default);
                    var erased = await backend.EraseSessionAsync(caller, session, cancellationToken).ConfigureAwait(false);
                    wasFound |= erased is not null;
                    files = files.And(erased);
                }
                catch (BackendException)
                {
                    isUnreached = true;
                }
            }

            isHeld |= !wasFound && backends.All.Any(b => !b.Traits.CanErase);
        }

        return (files, isHeld, isUnreached);
    }
}
