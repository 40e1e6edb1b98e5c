using NemoBot.Core.Requests.Intents;
using Xunit;

namespace NemoBot.Tests.Routing;

public sealed class VersionNumberTests
{
    [Theory]
    [InlineData("version 2", 2)]
    [InlineData("ver 12", 12)]
    [InlineData("v3", 3)]
    [InlineData("v 3", 3)]
    [InlineData("version number 4", 4)]
    [InlineData("version no 4", 4)]
    [InlineData("number 4", null)]
    [InlineData("the first one", 1)]
    [InlineData("second version", 2)]
    [InlineData("third version", 3)]
    [InlineData("fourth one", 4)]
    [InlineData("fifth version", 5)]
    [InlineData("sixth version", 6)]
    [InlineData("seventh version", 7)]
    [InlineData("eighth version", 8)]
    [InlineData("ninth version", 9)]
    [InlineData("tenth version", 10)]
    [InlineData("the second title", null)]
    [InlineData("version 0", null)]
    [InlineData("version 99999", 99_999)]
    [InlineData("version 100000", null)]
    [InlineData("versions 2 and v3", null)]
    [InlineData("2", null)]
    [InlineData("第一版", 1)]
    [InlineData("第二版", 2)]
    [InlineData("第三版", 3)]
    [InlineData("版本四", 4)]
    [InlineData("第五个版本", 5)]
    [InlineData("第六版", 6)]
    [InlineData("第七版", 7)]
    [InlineData("版本八", 8)]
    [InlineData("第九版", 9)]
    [InlineData("第十版", 10)]
    [InlineData("版本2", 2)]
    [InlineData("第 3 版", 3)]
    [InlineData("上一个版本", null)]
    public void A_version_is_found_by_its_number(string words, int? number) => Assert.Equal(number, VersionNumber.Find(Utterance.Read(words)));

    [Theory]
    [InlineData("the second version", true)]
    [InlineData("version 2", true)]
    [InlineData("第二版", true)]
    [InlineData("export version 2", false)]
    public void Nothing_else_may_be_said(string words, bool isAll) => Assert.Equal(isAll, VersionNumber.IsAll(Utterance.Read(words)));
}
