using System.Text.Json;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Drafts;

/// <summary>The pieces every draft is written from.</summary>
internal sealed class DraftJson(Utf8JsonWriter json)
{
    public Utf8JsonWriter Raw => json;

    public void BeginTrack(int type, string role, string name)
    {
        json.WriteStartObject();
        json.WriteNumber(DraftKeys.TrackType, type);
        json.WriteString(DraftKeys.Role, role);
        json.WriteStartObject(DraftKeys.Metadata);
        json.WriteString(DraftKeys.Name, name);
    }

    /// <summary>Ends the track's own values and opens its segments.</summary>
    public void BeginSegments()
    {
        json.WriteEndObject();
        json.WriteStartArray(DraftKeys.Segments);
    }

    public void EndTrack()
    {
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public void BeginSegment(long start, long length, Asset? asset = null, bool openEnd = false)
    {
        json.WriteStartObject();
        json.WriteNumber(DraftKeys.Start, start);
        json.WriteNumber(DraftKeys.Length, length);
        if (asset is not null)
        {
            json.WriteString(DraftKeys.Asset, asset.Id);
        }

        if (openEnd)
        {
            json.WriteBoolean(DraftKeys.OpenEnd, true);
        }
    }

    public void BeginMetadata() => json.WriteStartObject(DraftKeys.Metadata);

    public void EndSegment()
    {
        json.WriteEndObject();
        json.WriteEndObject();
    }

    public void Text(string key, string? value)
    {
        if (value is not null)
        {
            json.WriteString(key, value);
        }
    }

    /// <summary>Written only if there are any.</summary>
    public void Texts(string key, IReadOnlyList<string> values)
    {
        if (values.Count == 0)
        {
            return;
        }

        json.WriteStartArray(key);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    /// <summary>Written only if there are any.</summary>
    public void Numbers(string key, IReadOnlyList<int> values)
    {
        if (values.Count == 0)
        {
            return;
        }

        json.WriteStartArray(key);
        foreach (var value in values)
        {
            json.WriteNumberValue(value);
        }

        json.WriteEndArray();
    }

    public void Word<T>(string key, T value)
        where T : struct, Enum => json.WriteString(key, DraftWords<T>.Write(value));

    /// <summary>Written only if it is not the default.</summary>
    public void WordUnless<T>(string key, T value, T usual)
        where T : struct, Enum
    {
        if (!value.Equals(usual))
        {
            Word(key, value);
        }
    }

    /// <summary>Written only if it is not the default.</summary>
    public void Flag(string key, bool value, bool usual = false)
    {
        if (value != usual)
        {
            json.WriteBoolean(key, value);
        }
    }

    /// <summary>Written only if it is not the default.</summary>
    public void Number(string key, double value, double usual)
    {
        if (value != usual)
        {
            json.WriteNumber(key, value);
        }
    }

    /// <summary>Written only if it is not zero.</summary>
    public void Time(string key, TimeSpan value)
    {
        if (DraftText.Milliseconds(value) is not 0 and var milliseconds)
        {
            json.WriteNumber(key, milliseconds);
        }
    }

    public void Volume(double volume)
    {
        // From 2 on a number would be read as a percentage.
        if (volume < 2)
        {
            json.WriteNumber(DraftKeys.Volume, volume);
        }
        else
        {
            json.WriteString(DraftKeys.Volume, DraftText.Percent(volume));
        }
    }
}
