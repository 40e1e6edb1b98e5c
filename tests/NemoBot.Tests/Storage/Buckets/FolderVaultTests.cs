using Microsoft.Extensions.Options;
using NemoBot.Core.Storage;
using NemoBot.Web.Files;
using NemoBot.Web.Settings;

namespace NemoBot.Tests.Storage.Buckets;

public sealed class FolderVaultTests : FileVaultContract
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("vault-");

    private protected override Task<IFileVault> CreateAsync() => Task.FromResult<IFileVault>(
        new FolderVault(Options.Create(new WebChatOptions { DataFolder = _folder.FullName }), new DiskSync()));

    protected override ValueTask EndAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
