using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats;

/// <summary>Opens recordings of any known format, recognised by content.</summary>
public static class RecordingFile
{
    /// <summary>
    /// The known formats, in the order in which they are asked; those with the strongest signatures first.
    /// </summary>
    public static IReadOnlyList<IRecordingFormat> Formats { get; } =
    [
        new Runs.RunFolderFormat(),
        new Edf.EdfFormat(),
        new BrainVision.BrainVisionFormat(),
        new Numpy.NpyFormat(),
        new Numpy.NpzFormat(),
        new Fif.FifFormat(),
        new Xdf.XdfFormat(),
        new Eeglab.EeglabFormat(),
        new Matlab.MatFormat(),
        new Nwb.NwbFormat(),
        new Spikes.Hdf5SpikeFormat(),
        new Spikes.SpikeTableFormat(),
        new Nexstim.NxeFormat(),
        new Delimited.DelimitedFormat(),
    ];

    /// <summary>Opens a recording: a file, or the folder of a simulation run.</summary>
    /// <exception cref="BadInputException">The file is absent, of no known format, or cannot be read.</exception>
    public static Recording Open(string path, ReadingOptions? options = null)
    {
        if (!File.Exists(path) && !Directory.Exists(path))
            throw new BadInputException(path, "there is no such file");
        try
        {
            if (Directory.Exists(path))
                return Runs.RunFolderFormat.OpenFolder(path);
            var head = FileHead.Of(path);
            if (head.Length == 0)
                throw new BadInputException(path, "the file is empty");
            if (Hdf5.Hdf5File.Recognises(head))
                Hdf5.Guarding.Hdf5Guard.Check(path, options ?? ReadingOptions.None);
            var format = Formats.FirstOrDefault(f => f.Recognises(head))
                ?? throw new BadInputException(path, "the format was not recognised by its content; known formats are "
                    + string.Join(", ", Formats.Select(f => f.Name)));
            return format.Open(path, options ?? ReadingOptions.None);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException(path, "the file could not be read: " + e.Message, e);
        }
    }
}
