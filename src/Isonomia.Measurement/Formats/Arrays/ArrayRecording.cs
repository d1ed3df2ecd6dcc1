using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Arrays;

/// <summary>
/// An array as a recording. The longer dimension is time, since recordings have more samples than channels; nothing
/// else in such a file says which it is.
/// </summary>
internal static class ArrayRecording
{
    /// <summary>Opens the variable that is the recording; the file is then owned by it.</summary>
    /// <exception cref="BadInputException">No variable fits, or the sampling rate is not known.</exception>
    public static Recording Open(IArrayFile file, ReadingOptions options)
    {
        try
        {
            return Described(file, options);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static Recording Described(IArrayFile file, ReadingOptions options)
    {
        var warnings = new List<string>(file.Warnings);
        var chosen = ArrayChoice.Choose(file, options.Variable, warnings);
        var array = file.Numbers(chosen.Name);
        var (channels, samples, timeIsLast) = Orient(chosen, array.Shape, warnings);
        if (samples > int.MaxValue)
            throw new BadInputException(file.Path,
                $"{samples} samples a channel are more than can be handled; split it");
        var rate = ArrayRate.Find(file, samples, options.SamplingRate, warnings);
        var unit = UnitNames.Normalise(options.Unit ?? "");
        var type = TypeOf(chosen.Name, unit);
        var header = new RecordingHeader(file.Path, file.Format,
            [.. Enumerable.Range(1, channels).Select(i => new Channel(
                channels == 1 ? chosen.Name : $"ch{i}", type, unit, rate, samples))])
        {
            Warnings = warnings,
        };
        var multiplexed = channels > 1 && timeIsLast != array.RowMajor;
        return new Recording(header, new ArraySource(array.Numbers, channels, samples, multiplexed, file));
    }

    /// <summary>
    /// The name of a variable may tell which brain signal it is (<c>LFP</c>), but not that it is none: someone who
    /// opens an array called <c>temp</c> does not mean a temperature.
    /// </summary>
    private static ChannelType TypeOf(string name, string unit)
    {
        var type = ChannelNames.TypeOf(name, unit, unknown: ChannelType.Eeg);
        return type.IsNeural() || (unit.Length > 0 && !UnitNames.IsVoltage(unit)) ? type : ChannelType.Eeg;
    }

    private static (int Channels, long Samples, bool TimeIsLast) Orient(
        ArrayEntry chosen, IReadOnlyList<long> shape, List<string> warnings)
    {
        var lengths = shape.Where(n => n != 1).ToList();
        if (lengths.Count < 2)
            return (1, lengths.Count == 0 ? 1 : lengths[0], true);
        var timeIsLast = lengths[1] >= lengths[0];
        var (channels, samples) = timeIsLast ? (lengths[0], lengths[1]) : (lengths[1], lengths[0]);
        if (samples < 2 * channels)
        {
            warnings.Add($"{chosen} was read as {channels} channels of {samples} samples; which dimension is time is a "
                + "guess where they are so alike");
        }

        return ((int)channels, samples, timeIsLast);
    }
}
