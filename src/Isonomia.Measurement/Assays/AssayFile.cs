using System.Security.Cryptography;
using Isonomia.Measurement.Assays.Spectroscopy;
using Isonomia.Measurement.Assays.Stimulation;
using Isonomia.Measurement.Bids;
using Isonomia.Measurement.Measuring;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Assays;

/// <summary>Measures files that hold no recording but speak of excitation and inhibition all the same.</summary>
public static class AssayFile
{
    private const int LongestHead = 1 << 14;

    /// <summary>
    /// Measures a file: Philips SDAT/SPAR, a table of metabolite concentrations, or one of motor evoked potentials.
    /// Null where it is none of these.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="command">What provenance records as the command.</param>
    /// <exception cref="BadInputException">It is one, and cannot be used as it is.</exception>
    public static AssayMeasurement? Measure(string path, string command)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (!File.Exists(path))
            return null;
        var extension = Path.GetExtension(path).ToLowerInvariant();
        if (extension is ".sdat" or ".spar")
            return SpectroscopyAssay.Measure(path, files => Provenance(command, files));
        if (extension is not (".tsv" or ".txt" or ".tab"))
            return null;
        string[] headings = [.. Headings(path)];
        return MetaboliteTable.IsOne(headings) ? MetaboliteTable.Measure(BidsTable.Read(path), Provenance(command, [path]))
            : MotorResponseTable.IsOne(headings) ? MotorResponseTable.Measure(BidsTable.Read(path), Provenance(command, [path]))
            : null;
    }

    private static string[] Headings(string path)
    {
        try
        {
            using var reader = new StreamReader(path);
            var head = new char[LongestHead];
            var text = new string(head, 0, reader.ReadBlock(head));
            var end = text.IndexOfAny(['\r', '\n']);
            return (end < 0 ? text : text[..end]).Split('\t', StringSplitOptions.TrimEntries);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException(path, "the file could not be read: " + e.Message, e);
        }
    }

    private static Provenance Provenance(string command, IReadOnlyList<string> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
            hash.AppendData(File.ReadAllBytes(file));
        return new Provenance(RecordingMeasurer.Version, command, DateTimeOffset.UtcNow,
            Convert.ToHexStringLower(hash.GetHashAndReset()), new Dictionary<string, string>());
    }
}
