using Isonomia.Measurement.Formats.Arrays;
using Isonomia.Measurement.Formats.Matlab;
using Isonomia.Measurement.Formats.Matlab.Values;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Eeglab;

/// <summary>
/// The fields of an EEGLAB data set: those of a struct called EEG, or, as newer versions save them, the file's own
/// variables.
/// </summary>
internal sealed class EeglabSet
{
    private static readonly string[] Telling = ["srate", "nbchan", "pnts", "data"];
    private readonly MatFile file;
    private readonly MatStruct? eeg;

    /// <summary>Reads the sizes.</summary>
    /// <exception cref="BadInputException">A size is missing or cannot be.</exception>
    public EeglabSet(MatFile file)
    {
        this.file = file;
        eeg = file.Entries.Any(e => e.Name == "EEG") ? file.Read("EEG") as MatStruct : null;
        if (eeg is { Count: not 1 })
            throw new BadInputException(file.Path, $"the file holds {eeg.Count} data sets; save one to a file");
        Channels = Size("nbchan", 1 << 16);
        Points = Size("pnts", int.MaxValue);
        Trials = this["trials"] is null ? 1 : Size("trials", int.MaxValue);
        if ((long)Points * Trials > int.MaxValue)
            throw new BadInputException(Path, $"{Trials} epochs of {Points} samples are more than can be handled");
        SamplingRate = ArrayRate.Checked(Path, this["srate"]?.Scalar ?? double.NaN, "EEG.srate");
    }

    public string Path => file.Path;

    public int Channels { get; }

    /// <summary>Samples of an epoch, or of all where continuous.</summary>
    public int Points { get; }

    /// <summary>Epochs; one where continuous.</summary>
    public int Trials { get; }

    public double SamplingRate { get; }

    /// <summary>A field, or null where it is not there.</summary>
    public MatValue? this[string field] => eeg is not null ? eeg[field]
        : file.Entries.Any(e => e.Name == field) ? file.Read(field) : null;

    /// <summary>A field that is an array of structs, or null.</summary>
    public MatStruct? Structs(string field) => this[field] as MatStruct;

    /// <summary>Whether the variables of a MATLAB file are those of a data set.</summary>
    public static bool IsIn(MatFile file) =>
        file.Entries.Any(e => e.Name == "EEG" && e.Kind == "struct")
            || Telling.All(f => file.Entries.Any(e => e.Name == f));

    private int Size(string field, int most) => this[field]?.Scalar is { } n and >= 1 && n <= most && n == Math.Floor(n)
        ? (int)n
        : throw new BadInputException(Path,
            $"EEG.{field} is {this[field]?.Text ?? "missing"}; a whole number from 1 to {most} was expected");
}
