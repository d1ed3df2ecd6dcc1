using Isonomia.Measurement.Results;
using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Biomarkers.Complexity;

/// <summary>
/// A measure of complexity that is computed on windows and averaged. Those who add one say what it is and how it is
/// computed on one window.
/// </summary>
public abstract class WindowedBiomarker : IBiomarker
{
    /// <summary>Length of the windows, in seconds; infinite for the longest uninterrupted part at once.</summary>
    public static readonly Setting<double> Window =
        ComplexityWindows.Setting("complexity.window", "10s", "measures of complexity are");

    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public abstract BiomarkerDefinition Definition { get; }

    /// <inheritdoc/>
    public virtual IReadOnlyList<Setting> Settings => [Window];

    /// <summary>The unit of the measure.</summary>
    protected virtual string Unit => "1";

    /// <summary>What the quantities of a windowed measure mean.</summary>
    protected static IReadOnlyDictionary<string, string> Meanings(string value) => new Dictionary<string, string>
    {
        ["value"] = value + ", mean over windows",
        ["sd"] = "standard deviation over windows",
        ["windows"] = "how many windows were averaged",
        ["window_s"] = "length of a window",
    };

    /// <inheritdoc/>
    public BiomarkerResult Measure(ChannelAnalysis channel)
    {
        var windows = ComplexityWindows.Of(channel.Signal, channel.Get(Window), Window.Key);
        if (windows.WhyNone is { } none)
            return ComplexityResult.None(none, double.NaN, Unit);
        var values = new List<double>(windows.Ranges.Count);
        string? why = null;
        foreach (var range in windows.Ranges)
        {
            var window = channel.Signal.Samples.AsSpan(range.First, range.Count);
            var value = WhyNot(window) is { } not ? Measured.Undefined(not) : OfWindow(window, channel);
            if (value.IsDefined)
                values.Add(value.Value);
            else
                why ??= value.Why;
        }

        double[] found = [.. values];
        var seconds = windows.Ranges[0].Count / channel.Signal.SamplingRate;
        var result = found.Length > 0
            ? ComplexityResult.Of(found, seconds, Unit)
            : ComplexityResult.None(why!, seconds, Unit);
        return result with { Warnings = [.. Left(why, found, windows)] };
    }

    /// <summary>The measure of one window, which is finite and varies.</summary>
    protected abstract Measured OfWindow(ReadOnlySpan<double> window, ChannelAnalysis channel);

    /// <summary>Why a stretch of signal has no complexity; null when it has.</summary>
    internal static string? WhyNot(ReadOnlySpan<double> window)
    {
        var varies = false;
        foreach (var sample in window)
        {
            if (!double.IsFinite(sample))
                return "the signal holds values that are not finite";
            varies |= sample != window[0];
        }

        return varies ? null : "flat: the signal does not vary";
    }

    private static IEnumerable<string> Left(string? why, double[] found, ComplexityWindows windows)
    {
        if (found.Length > 0 && why is not null)
        {
            var all = windows.Ranges.Count;
            yield return $"{all - found.Length} of {all} windows were left out: {why}";
        }
    }
}
