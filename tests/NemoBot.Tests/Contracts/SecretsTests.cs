using NemoBot.Core.Platforms;
using Xunit;

namespace NemoBot.Tests.Contracts;

public sealed class SecretsTests
{
    private const string Telegram = "123456789:AAF-dE1_ghIklzyx57W2v1u123ew11AbcdE";
    private const string Discord = "MTIzNDU2Nzg5MDEyMzQ1Njc4.GaBcDe.aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789ab";

    [Theory]
    [InlineData("nmv_usr_abc123")]
    [InlineData("NMV_USR_ABC123")]
    [InlineData("nmv_anon_a-b.c_d")]
    [InlineData(Telegram)]
    [InlineData(Discord)]
    public void A_token_is_found_and_removed_wherever_it_is_pasted(string token)
    {
        foreach (var text in (string[])[token, $"use {token} please", $"`{token}`", $"token={token}, thanks", $"我的令牌{token}。", $"{token}\n{token}"])
        {
            Assert.True(Secrets.IsIn(text), text);
            var rest = Secrets.Remove(text);
            Assert.False(Secrets.IsIn(rest), rest);
            Assert.DoesNotContain(token[^6..], rest, StringComparison.Ordinal);
            Assert.Equal(text.Replace(token, Secrets.Mask, StringComparison.Ordinal), rest);
        }
    }

    [Theory]
    [InlineData("https://api.telegram.org/bot" + Telegram + "/getMe")]
    public void A_token_inside_an_address_is_found(string text) => Assert.True(Secrets.IsIn(text));

    [Theory]
    [InlineData("")]
    [InlineData("make a video at 10:30, 1920:1080")]
    [InlineData("my token starts with nmv_usr_ I think")]
    [InlineData("https://nemovideo.com/workspace/claim?ct=clm_abc123")]
    [InlineData("https://example.com/a/MyHolidayInTheMountains2024.videos.and.music.for.everybody.mp4")]
    [InlineData("00:01:02.500 --> 00:01:04.250")]
    [InlineData("2024-11-28T17:05:33.1234567+00:00")]
    public void What_people_write_is_left_alone(string text)
    {
        Assert.False(Secrets.IsIn(text));
        Assert.Equal(text, Secrets.Remove(text));
    }
}
