using System.Globalization;
using Isonomia.Inference.Calibrating;
using Isonomia.Inference.Models;

namespace Isonomia.Reporting.Locating;

/// <summary>
/// The individuals of a calibration, a line each, written as they come: <c>individuals.tsv</c>. A calibration that was
/// interrupted goes on from it; a line that was cut off is left out and its individual tried again.
/// </summary>
public sealed class CalibrationLog : IDisposable
{
    private readonly FileStream file;
    private readonly StreamWriter text;

    private CalibrationLog(FileStream file, IReadOnlyList<CalibratedIndividual> known)
    {
        (this.file, Known) = (file, known);
        text = new StreamWriter(file) { NewLine = "\n" };
    }

    /// <summary>What an earlier run with the same model and options has found.</summary>
    public IReadOnlyList<CalibratedIndividual> Known { get; }

    /// <summary>Opens a log, or begins one.</summary>
    /// <param name="path">The file.</param>
    /// <param name="model">The model that is tried.</param>
    /// <param name="options">How it is tried.</param>
    /// <param name="likelihood">The likelihood's name.</param>
    /// <exception cref="IOException">
    /// The file is that of another calibration, the place cannot be written to, or another run is writing there.
    /// </exception>
    public static CalibrationLog Open(string path, SpectralModel model, CalibrationOptions options, string likelihood)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(options);
        var begin = Begin(model, options, likelihood);
        var opened = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        try
        {
            using var reader = new StreamReader(opened, leaveOpen: true);
            var written = reader.ReadToEnd();
            var whole = written[..(written.LastIndexOf('\n') + 1)];
            if (whole.Length > 0 && !whole.StartsWith(begin, StringComparison.Ordinal))
                throw new IOException($"{path} is of a calibration with another model, seed or options: choose another --out");
            var width = Calibration.QuantitiesOf(model).Count;
            CalibratedIndividual[] known =
                [.. whole.Length == 0 ? [] : whole[begin.Length..].Split('\n').Where(l => l.Length > 0).Select(l => Read(l, width, path))];
            opened.SetLength(System.Text.Encoding.UTF8.GetByteCount(whole));
            opened.Seek(0, SeekOrigin.End);
            var log = new CalibrationLog(opened, known);
            if (whole.Length == 0)
                log.Write(begin);
            return log;
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    /// <summary>Keeps an individual.</summary>
    public void Add(CalibratedIndividual individual)
    {
        ArgumentNullException.ThrowIfNull(individual);
        IEnumerable<string> numbers = new[] { individual.Truths, individual.Medians, individual.Ranks }.SelectMany(v => v)
            .Select(v => v.ToString("R", CultureInfo.InvariantCulture));
        Write(string.Join('\t', numbers.Prepend(individual.Index.ToString(CultureInfo.InvariantCulture))) + "\n");
    }

    /// <inheritdoc/>
    public void Dispose() => text.Dispose();

    private void Write(string line)
    {
        text.Write(line);
        text.Flush();
        file.Flush(flushToDisk: false);
    }

    private static string Begin(SpectralModel model, CalibrationOptions options, string likelihood)
    {
        var names = Calibration.QuantitiesOf(model);
        var columns = new[] { "truth", "median", "rank" }.SelectMany(kind => names.Select(n => $"{kind}_{n}")).Prepend("individual");
        return FormattableString.Invariant(
            $"# {model.Name}, seed {options.Locating.Seed}, {likelihood} likelihood, {options.Seconds} s at {options.SamplingRate} Hz")
            + "\n" + string.Join('\t', columns) + "\n";
    }

    private static CalibratedIndividual Read(string line, int width, string path)
    {
        var cells = line.Split('\t');
        if (cells.Length is var n && (n == 1 || n == 1 + (3 * width))
            && int.TryParse(cells[0], NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            var numbers = new double[n - 1];
            if (cells[1..].Select((c, k) => double.TryParse(c, NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[k])).All(ok => ok))
                return n == 1 ? CalibratedIndividual.Unknown(index)
                    : new(index, numbers[..width], numbers[width..(2 * width)], numbers[(2 * width)..]);
        }

        throw new IOException($"{path}: found '{line[..Math.Min(line.Length, 40)]}' where an individual was expected; "
            + "remove the file, or choose another --out");
    }
}
