using Isonomia.Measurement.Formats.Arrays;
using Isonomia.Measurement.Formats.Bytes;
using Isonomia.Measurement.Formats.Matlab.Values;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Eeglab;

/// <summary>
/// Where the samples of a data set are: in the .set file, in an .fdt file beside it (single precision, all channels of
/// a sample together), or in a .dat file of old (single precision, channel after channel); always little-endian.
/// </summary>
/// <param name="Numbers">The samples.</param>
/// <param name="Multiplexed">Whether all channels of a sample lie together.</param>
/// <param name="Trials">How many epochs there really are.</param>
/// <param name="Points">How many samples of an epoch there really are.</param>
/// <param name="Companion">The file they are in, which is then to be disposed.</param>
internal sealed record EeglabData(NumberBlock Numbers, bool Multiplexed, int Trials, int Points, FileBytes? Companion)
{
    /// <summary>Finds the samples.</summary>
    /// <exception cref="BadInputException">They are missing, or not as many as the set says.</exception>
    public static EeglabData Of(EeglabSet set, List<string> warnings) => set["data"] switch
    {
        MatNumeric { Count: > 0 } embedded => Embedded(set, embedded),
        MatText text => Beside(set, text.Text ?? "", warnings),
        _ => throw new BadInputException(set.Path, "EEG.data is empty; the set was saved without its samples"),
    };

    private static EeglabData Embedded(EeglabSet set, MatNumeric data) =>
        !data.IsComplex && data.Dimensions[0] == set.Channels
            && data.Count == (long)set.Channels * set.Points * set.Trials
            ? new EeglabData(data.Real, true, set.Trials, set.Points, null)
            : throw new BadInputException(set.Path, $"EEG.data is {string.Join(" x ", data.Dimensions)}"
                + (data.IsComplex ? " and complex" : "")
                    + $", but the set announces {set.Channels} channels x {set.Points} "
                + $"samples x {set.Trials} epochs of real numbers");

    private static EeglabData Beside(EeglabSet set, string stated, List<string> warnings)
    {
        var path = Find(set, stated, warnings);
        var file = new FileBytes(path);
        try
        {
            var perSample = 4L * set.Channels;
            var announced = (long)set.Points * set.Trials;
            var there = file.Length / perSample;
            var multiplexed = !path.EndsWith(".dat", StringComparison.OrdinalIgnoreCase);
            var (trials, points) = (set.Trials, set.Points);
            if (file.Length > announced * perSample)
            {
                warnings.Add($"{Path.GetFileName(path)} has {file.Length - (announced * perSample)} bytes more "
                    + "than the set announces; they were ignored");
            }
            else if (there < announced)
            {
                if (trials == 1)
                    points = (int)there;
                else
                    trials = (int)(there / points);
                if (!multiplexed || trials == 0 || points == 0)
                {
                    throw new BadInputException(path,
                        $"the file has {file.Length} bytes, but {announced * perSample} were expected for "
                        + $"{set.Channels} channels x {set.Points} samples x {set.Trials} epochs; it does not "
                        + $"belong to {set.Path}, or was cut short");
                }

                warnings.Add($"{Path.GetFileName(path)} was cut short: " + (set.Trials == 1
                    ? $"{points} of {set.Points} samples are there" : $"{trials} of {set.Trials} epochs are there"));
            }

            return new EeglabData(new NumberBlock(file, 0, NumberType.Float32, points * (long)trials * set.Channels),
                multiplexed, trials, points, file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>
    /// The companion: the name stated, in the set's folder, or the set's own name where it was renamed.
    /// </summary>
    private static string Find(EeglabSet set, string stated, List<string> warnings)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(set.Path))!;
        var name = Path.GetFileName(stated.Replace('\\', '/').TrimEnd('\0'));
        if (name.Length > 0 && File.Exists(Path.Combine(folder, name)))
            return Path.Combine(folder, name);
        var own = Path.GetFileNameWithoutExtension(set.Path) + ".fdt";
        if (!File.Exists(Path.Combine(folder, own)))
        {
            throw new BadInputException(set.Path, $"the samples lie in another file, '{name}', which is not there"
                + (own == name ? "" : $", nor is '{own}'") + "; put it beside the .set file");
        }

        warnings.Add($"the set names '{name}' as the file of its samples; '{own}' was read instead");
        return Path.Combine(folder, own);
    }
}
