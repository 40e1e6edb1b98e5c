using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace NemoBot.Telemetry;

/// <summary>All values of one instrument, named and written as OpenTelemetry exports them to Prometheus.</summary>
internal sealed class MetricFamily
{
    private static readonly double[] UsualBounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    private readonly ConcurrentDictionary<string, Series> _series = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<double> _bounds;
    private readonly bool _isSum;

    public MetricFamily(Instrument instrument)
    {
        var type = instrument.GetType().GetGenericTypeDefinition();
        var isHistogram = type == typeof(Histogram<>);
        var isGauge = type == typeof(ObservableGauge<>) || type == typeof(Gauge<>) || type == typeof(ObservableUpDownCounter<>) || type == typeof(UpDownCounter<>);
        _isSum = instrument.IsObservable || type == typeof(Gauge<>);
        _bounds = isHistogram ? BoundsOf(instrument) : [];
        Kind = isHistogram ? "histogram" : isGauge ? "gauge" : "counter";
        Name = NameOf(instrument);
        Help = (instrument.Description ?? instrument.Name).ReplaceLineEndings(" ");
    }

    /// <summary>The name in Prometheus.</summary>
    public string Name { get; }

    public string Help { get; }

    public string Kind { get; }

    public void Record(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var series = _series.GetOrAdd(LabelsOf(tags), static (_, bounds) => new Series(bounds), _bounds);
        if (_isSum)
        {
            series.Set(value); // whoever observes it has added it up
        }
        else
        {
            series.Add(value);
        }
    }

    public void Write(StringBuilder text)
    {
        if (_series.IsEmpty)
        {
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $"# HELP {Name} {Help}\n# TYPE {Name} {Kind}\n");
        foreach (var (labels, series) in _series.OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            var (sum, count, buckets) = series.Read();
            if (Kind == "histogram")
            {
                WriteHistogram(text, labels, sum, count, buckets);
            }
            else
            {
                text.Append(CultureInfo.InvariantCulture, $"{Name}{Braces(labels)} {sum}\n");
            }
        }
    }

    private void WriteHistogram(StringBuilder text, string labels, double sum, long count, long[] buckets)
    {
        var prefix = labels.Length == 0 ? "" : labels + ",";
        for (var i = 0; i < buckets.Length; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{Name}_bucket{{{prefix}le=\"{_bounds[i]}\"}} {buckets[i]}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"{Name}_bucket{{{prefix}le=\"+Inf\"}} {count}\n");
        text.Append(CultureInfo.InvariantCulture, $"{Name}_sum{Braces(labels)} {sum}\n{Name}_count{Braces(labels)} {count}\n");
    }

    /// <summary>Dots become underscores; the unit and, for counters, <c>total</c> are appended.</summary>
    private string NameOf(Instrument instrument)
    {
        var unit = instrument.Unit switch
        {
            "s" => "_seconds",
            "ms" => "_milliseconds",
            "By" => "_bytes",
            _ => "",
        };
        var name = instrument.Name.Replace('.', '_').Replace('-', '_') + unit;
        return Kind == "counter" ? name + "_total" : name;
    }

    private static IReadOnlyList<double> BoundsOf(Instrument instrument) => instrument switch
    {
        Histogram<double> { Advice.HistogramBucketBoundaries: { } own } => own,
        _ => UsualBounds,
    };

    private static string Braces(string labels) => labels.Length == 0 ? "" : $"{{{labels}}}";

    private static string LabelsOf(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (tags.Length == 0)
        {
            return "";
        }

        var labels = new List<string>(tags.Length);
        foreach (var (name, value) in tags)
        {
            var shown = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
            var escaped = shown.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
            labels.Add($"{name.Replace('.', '_').Replace('-', '_')}=\"{escaped}\"");
        }

        labels.Sort(StringComparer.Ordinal);
        return string.Join(',', labels);
    }
}
