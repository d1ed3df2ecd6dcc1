using Isonomia.Measurement.Formats.Arrays;
using Isonomia.Measurement.Formats.Matlab;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Eeglab;

/// <summary>
/// EEGLAB data sets (.set, with or without .fdt), continuous and epoched, in MATLAB files of any version. Samples are
/// in microvolts, by EEGLAB's convention.
/// </summary>
public sealed class EeglabFormat : IRecordingFormat
{
    /// <inheritdoc/>
    public string Name => "EEGLAB";

    /// <inheritdoc/>
    public bool Recognises(FileHead head)
    {
        if (!MatFile.Recognises(head))
            return false;
        if (head.Extension == ".set")
            return true;
        try
        {
            using var file = MatFile.Open(head.Path);
            return EeglabSet.IsIn(file);
        }
        catch (BadInputException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public Recording Open(string path, ReadingOptions options)
    {
        var file = MatFile.Open(path);
        try
        {
            if (!EeglabSet.IsIn(file))
            {
                throw new BadInputException(path,
                    "this is not an EEGLAB data set: there is neither a struct EEG nor the "
                    + "fields srate, nbchan, pnts and data; the file holds "
                    + (file.Entries.Count == 0 ? "no variables" : string.Join(", ", file.Entries.Take(20))));
            }

            return Read(file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static Recording Read(MatFile file)
    {
        var warnings = new List<string>(file.Warnings);
        var set = new EeglabSet(file);
        var data = EeglabData.Of(set, warnings);
        try
        {
            var samples = (long)data.Trials * data.Points;
            var timeline = EeglabTimeline.Of(set, data.Trials, data.Points, warnings);
            var header = new RecordingHeader(file.Path, "EEGLAB", EeglabChannels.Of(set, samples, warnings))
            {
                Events = timeline.Events,
                Stretches = timeline.Stretches,
                EpochStart = set.Trials > 1 ? set["xmin"]?.Scalar : null,
                Files = data.Companion is { } companion ? [file.Path, companion.Path] : [],
                Warnings = warnings,
            };
            var owned = new Owned(file, data.Companion);
            return new Recording(header,
                new ArraySource(data.Numbers, set.Channels, samples, data.Multiplexed, owned));
        }
        catch
        {
            data.Companion?.Dispose();
            throw;
        }
    }

    private sealed class Owned(MatFile set, IDisposable? companion) : IDisposable
    {
        public void Dispose()
        {
            companion?.Dispose();
            set.Dispose();
        }
    }
}
