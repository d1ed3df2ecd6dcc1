using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Arrays;

/// <summary>The sampling rate of arrays, which their files do not state in any agreed place.</summary>
internal static class ArrayRate
{
    /// <summary>
    /// The names a sampling rate goes by in the field's scripts, compared without case or underscores.
    /// </summary>
    private static readonly HashSet<string> RateNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "srate", "fs", "sfreq", "samplingrate", "samplerate", "samplingfrequency", "samplefrequency", "samplingfreq",
        "samplefreq", "fsample",
    };

    private static readonly HashSet<string> TimeNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "t", "time", "times", "timevector", "timeaxis",
    };

    /// <summary>Steps may differ this much from uniform, as a part of a step: times are often stored rounded.</summary>
    private const double Jitter = 0.02;

    private const double Slowest = 1e-6;
    private const double Fastest = 1e9;

    /// <summary>Whether the variable is a time axis by its name and shape.</summary>
    public static bool IsTime(ArrayEntry entry) => entry.Shape.Count(n => n != 1) <= 1
        && TimeNames.Contains(Bare(entry));

    /// <summary>The rate stated, else the one in a variable named like a rate, else that of a time axis.</summary>
    /// <exception cref="BadInputException">There is none; the message says how to state it.</exception>
    public static double Find(IArrayFile file, long samples, double? stated, List<string> warnings)
    {
        if (stated is { } rate)
            return Checked(file.Path, rate, "the sampling rate stated");
        foreach (var entry in file.Entries.Where(e => e.IsReal && e.Count == 1 && RateNames.Contains(Bare(e))))
        {
            var found = Checked(file.Path, file.Numbers(entry.Name).Numbers.ToArray()[0],
                $"the variable '{entry.Name}'");
            warnings.Add($"the sampling rate, {found} Hz, was taken from the variable '{entry.Name}'");
            return found;
        }

        foreach (var entry in file.Entries.Where(e => e.IsReal && e.Count == samples && IsTime(e)))
        {
            if (FromTimes(file.Numbers(entry.Name).Numbers.ToArray()) is not { } found)
                continue;
            warnings.Add($"the sampling rate, {found} Hz, was derived from the variable '{entry.Name}', taken "
                + "as seconds");
            return found;
        }

        throw new BadInputException(file.Path, "the file does not say its sampling rate; state it with --rate HZ");
    }

    /// <summary>
    /// The rate of a uniform time axis in seconds, or null. Steps of a second or more are taken for sample numbers or
    /// milliseconds, and say nothing.
    /// </summary>
    public static double? FromTimes(ReadOnlySpan<double> times)
    {
        if (times.Length < 3)
            return null;
        var step = (times[^1] - times[0]) / (times.Length - 1);
        if (!(step > 1 / Fastest && step < 1))
            return null;
        for (var i = 0; i < times.Length; i++)
        {
            if (!(Math.Abs(times[i] - (times[0] + (i * step))) <= Jitter * step))
                return null;
        }

        return RoundedTo10Digits(1 / step);
    }

    /// <summary>A rate that could be one.</summary>
    /// <exception cref="BadInputException">It is not positive, or beyond what any device samples at.</exception>
    public static double Checked(string path, double rate, string where) => rate is >= Slowest and <= Fastest
        ? rate
        : throw new BadInputException(path,
            $"{where} is {rate} Hz; a positive number was expected, from {Slowest} to {Fastest}");

    /// <summary>A rate without the noise of dividing rounded times.</summary>
    public static double RoundedTo10Digits(double rate) => double.Parse(rate.ToString("G10"));

    private static string Bare(ArrayEntry entry) => entry.Name.Replace("_", "");
}
