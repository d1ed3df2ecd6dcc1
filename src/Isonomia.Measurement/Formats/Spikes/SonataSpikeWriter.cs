using Isonomia.Measurement.Formats.Hdf5;
using Isonomia.Measurement.Formats.Hdf5.Writing;

namespace Isonomia.Measurement.Formats.Spikes;

/// <summary>
/// Writes spikes as SONATA does (Dai et al. 2020, doi:10.1371/journal.pcbi.1007696; developer guide, "Spike file"):
/// for each population <c>/spikes/NAME/timestamps</c> in milliseconds and <c>node_ids</c>, in order of time.
/// </summary>
public static class SonataSpikeWriter
{
    // The guide's marks of a SONATA file.
    private const uint Magic = 0x0A7A;
    private static readonly string[] Sortings = ["none", "by_id", "by_time"];

    /// <summary>Why such files cannot be written here; null if they can.</summary>
    public static string? WhyUnavailable => Hdf5Library.WhyAbsent is { } why
        ? $"writing HDF5 needs the library libhdf5: {why}. {Hdf5Library.HowToInstall()}"
        : null;

    /// <summary>Writes a file; it appears whole or not at all, and the same spikes give the same bytes.</summary>
    /// <param name="path">Where to; its folder must exist.</param>
    /// <param name="populations">The populations.</param>
    /// <exception cref="IOException">The library is not installed, or the place cannot be written to.</exception>
    public static void Write(string path, IEnumerable<PopulationSpikes> populations)
    {
        ArgumentNullException.ThrowIfNull(populations);
        using var file = new Hdf5FileWriter(path);
        file.Attribute("/", "magic", Magic).Attribute<uint>("/", "version", 0, 1).Group("/spikes");
        foreach (var population in populations)
        {
            var group = "/spikes/" + population.Name;
            var count = (ulong)population.Times.Length;
            file.Group(group).Choice(group, "sorting", Sortings, "by_time");
            file.Numbers<double>(group + "/timestamps", Array.ConvertAll(population.Times, t => t * 1e3), count)
                .Attribute(group + "/timestamps", "units", "ms");
            file.Numbers<ulong>(group + "/node_ids", Array.ConvertAll(population.Cells, c => (ulong)c), count);
        }

        file.Commit();
    }
}
