using System.Text.RegularExpressions;
using Isonomia.Measurement.Formats.Arrays;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Delimited;

/// <summary>What a column of times says: the sampling rate, and where samples are missing.</summary>
/// <param name="SamplingRate">Samples a second, in Hz.</param>
/// <param name="Stretches">The uninterrupted parts.</param>
internal sealed partial record TimeColumn(double SamplingRate, IReadOnlyList<Stretch> Stretches)
{
    /// <summary>A step this many times the usual one is a gap.</summary>
    private const double GapSteps = 1.5;

    /// <summary>More gaps than this part of the samples mean that sampling was irregular.</summary>
    private const double MostGaps = 0.01;

    /// <summary>A rate so near to a whole number is that number: times are written rounded.</summary>
    private const double Whole = 1e-6;

    /// <summary>
    /// How many seconds the unit in the name of a time column is, one if it says none; null for other names.
    /// </summary>
    public static double? UnitOf(string name)
    {
        if (NamePattern().Match(name) is not { Success: true } match)
            return null;
        return match.Groups["unit"].Value.ToLowerInvariant() switch
        {
            "ms" or "msec" or "milliseconds" => 1e-3,
            "us" or "µs" or "microseconds" => 1e-6,
            _ => 1,
        };
    }

    /// <summary>Whether the column counts samples: whole numbers, one apart.</summary>
    public static bool IsCount(ReadOnlySpan<double> values)
    {
        for (var i = 1; i < values.Length; i++)
        {
            if (values[i] - values[i - 1] != 1)
                return false;
        }

        return values.Length > 2 && values[0] is 0 or 1;
    }

    /// <summary>Reads a column of times.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="times">The times.</param>
    /// <param name="seconds">How many seconds their unit is.</param>
    /// <exception cref="BadInputException">Times do not increase, or steps are irregular.</exception>
    public static TimeColumn Of(string path, ReadOnlySpan<double> times, double seconds)
    {
        if (times.Length < 3)
            throw new BadInputException(path,
                $"{times.Length} samples are too few to tell the sampling rate from their times; state it with "
                    + "--rate HZ");
        var steps = new double[times.Length - 1];
        for (var i = 0; i < steps.Length; i++)
        {
            steps[i] = times[i + 1] - times[i];
            if (!(steps[i] > 0))
                throw new BadInputException(path,
                    $"times must increase, but sample {i + 2} is at {times[i + 1]} after {times[i]}");
        }

        var usual = steps.Order().ElementAt(steps.Length / 2);
        var ends = Enumerable.Range(0, steps.Length).Where(i => steps[i] > GapSteps * usual).ToList();
        if (ends.Count > MostGaps * steps.Length && ends.Count > 1)
        {
            throw new BadInputException(path,
                $"{ends.Count} of {steps.Length} steps in time are more than {GapSteps} times the "
                + "usual one: sampling was irregular; resample it, or state the rate with --rate HZ if the "
                + "times are wrong");
        }

        var within = times[^1] - times[0] - ends.Sum(i => steps[i]);
        var rate = Snapped((steps.Length - ends.Count) / (within * seconds));
        if (seconds == 1 && rate <= 1)
        {
            throw new BadInputException(path,
                $"times advance by {usual} a sample, which in seconds would be {rate} Hz; state the "
                + "rate with --rate HZ, or call the column time_ms if these are milliseconds");
        }

        ArrayRate.Checked(path, rate, "the rate that the column of times implies");
        var stretches = new List<Stretch>(ends.Count + 1);
        var first = 0;
        foreach (var end in ends.Append(times.Length - 1))
        {
            stretches.Add(new Stretch((times[first] - times[0]) * seconds, (end + 1 - first) / rate));
            first = end + 1;
        }

        return new TimeColumn(rate, stretches);
    }

    /// <summary>Whether a nameless first column can only be time: uniform steps below a second.</summary>
    public static bool IsUniform(ReadOnlySpan<double> values) => ArrayRate.FromTimes(values) is not null;

    private static double Snapped(double rate) =>
        Math.Abs(rate - Math.Round(rate)) < Whole * rate ? Math.Round(rate) : ArrayRate.RoundedTo10Digits(rate);

    [GeneratedRegex(
        @"^\s*((t|times?|time ?stamps?)"
        + @"([\s_]*[\[\(]?(?<unit>s|sec|secs|seconds|ms|msec|milliseconds|us|µs|microseconds)[\]\)]?)?"
        + @"|(?<unit>sec|secs|seconds|ms|msec|milliseconds))\s*$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex NamePattern();
}
