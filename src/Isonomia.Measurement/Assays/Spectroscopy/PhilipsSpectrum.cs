using System.Globalization;
using Isonomia.Measurement.Formats;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Assays.Spectroscopy;

/// <summary>
/// A free induction decay in Philips' SDAT (complex VAX floats) with its parameters in SPAR (text). Rows (dynamics) are
/// averaged. The decay is the conjugate of what is stored, so that frequency falls as chemical shift rises.
/// </summary>
/// <param name="DataPath">The SDAT.</param>
/// <param name="ParameterPath">The SPAR.</param>
/// <param name="Re">Real parts.</param>
/// <param name="Im">Imaginary parts.</param>
/// <param name="SamplingRate">In Hz.</param>
/// <param name="FieldHz">The spectrometer's frequency, in Hz.</param>
/// <param name="EchoMs">Echo time in ms, where stated.</param>
/// <param name="RepetitionMs">Repetition time in ms, where stated.</param>
/// <param name="Rows">How many rows there were.</param>
public sealed record PhilipsSpectrum(string DataPath, string ParameterPath, double[] Re, double[] Im, double SamplingRate,
    double FieldHz, double? EchoMs, double? RepetitionMs, int Rows)
{
    private const long LargestFile = 1 << 28;

    /// <summary>Reads a pair, given either.</summary>
    /// <exception cref="BadInputException">A part is missing or does not fit the other.</exception>
    public static PhilipsSpectrum Read(string path)
    {
        var data = Companion(path, ".sdat");
        var parameters = Companion(path, ".spar");
        var values = Parameters(parameters);
        var samples = Whole(parameters, values, "samples");
        var rows = Whole(parameters, values, "rows");
        var rate = Positive(parameters, values, "sample_frequency");
        var field = Positive(parameters, values, "synthesizer_frequency");
        var length = new FileInfo(data).Length;
        if (length != 8L * samples * rows || length > LargestFile)
        {
            throw new BadInputException(data, $"it is {length} bytes long, and {rows} rows of {samples} complex samples, as "
                + $"{Path.GetFileName(parameters)} says, take {8L * samples * rows}; are the two of one scan, and whole?");
        }

        var bytes = File.ReadAllBytes(data);
        var (re, im) = (new double[samples], new double[samples]);
        for (var i = 0; i < samples * rows; i++)
        {
            var (r, q) = (VaxFloat.Read(bytes.AsSpan(8 * i, 4)), VaxFloat.Read(bytes.AsSpan((8 * i) + 4, 4)));
            if (double.IsNaN(r) || double.IsNaN(q))
                throw new BadInputException(data, $"sample {(i % samples) + 1} of row {(i / samples) + 1} is not a VAX number");
            re[i % samples] += r / rows;
            im[i % samples] -= q / rows;
        }

        return new PhilipsSpectrum(data, parameters, re, im, rate, field, Number(values, "echo_time"),
            Number(values, "repetition_time"), rows);
    }

    /// <summary>
    /// The water reference beside a scan: its name with <c>act</c> replaced by <c>ref</c>; null where there is none.
    /// </summary>
    public static string? WaterReference(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var (folder, name) = (Path.GetDirectoryName(Path.GetFullPath(path))!, Path.GetFileNameWithoutExtension(path));
        if (!name.EndsWith("_act", StringComparison.OrdinalIgnoreCase))
            return null;
        return Find(folder, name[..^3] + "ref", ".sdat");
    }

    private static string Companion(string path, string extension) =>
        string.Equals(Path.GetExtension(path), extension, StringComparison.OrdinalIgnoreCase) ? path
        : Find(Path.GetDirectoryName(Path.GetFullPath(path))!, Path.GetFileNameWithoutExtension(path), extension)
            ?? throw new BadInputException(path, $"there is no {Path.GetFileNameWithoutExtension(path)}{extension} beside it; "
                + "SDAT holds the samples and SPAR says what they are, and both are needed");

    // Scanners write either case.
    private static string? Find(string folder, string name, string extension) => Directory.EnumerateFiles(folder)
        .Where(f => string.Equals(Path.GetFileName(f), name + extension, StringComparison.OrdinalIgnoreCase))
        .Order(StringComparer.Ordinal).FirstOrDefault();

    private static Dictionary<string, string> Parameters(string path)
    {
        if (new FileInfo(path).Length > 1 << 20)
            throw new BadInputException(path, "this is too long for a SPAR file (1 MiB)");
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in FileText.Decode(File.ReadAllBytes(path)).Split('\n'))
        {
            var colon = line.IndexOf(':');
            if (!line.StartsWith('!') && colon > 0)
                values.TryAdd(line[..colon].Trim(), line[(colon + 1)..].Trim().Trim('"'));
        }

        return values;
    }

    private static double? Number(Dictionary<string, string> values, string key) =>
        values.TryGetValue(key, out var text) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && double.IsFinite(value) ? value : null;

    private static double Positive(string path, Dictionary<string, string> values, string key) => Number(values, key) is > 0 and var value
        ? value
        : throw new BadInputException(path, $"'{key}' is {(values.TryGetValue(key, out var text) ? $"'{FileText.Printable(text)}'" : "absent")}; "
            + "a number above zero was expected");

    private static int Whole(string path, Dictionary<string, string> values, string key) =>
        Positive(path, values, key) is var value && value == Math.Floor(value) && value <= 1 << 20
            ? (int)value
            : throw new BadInputException(path, $"'{key}' is {value}; a whole number of at most a million was expected");
}
