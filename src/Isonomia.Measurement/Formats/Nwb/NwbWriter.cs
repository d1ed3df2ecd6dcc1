using System.Security.Cryptography;
using System.Text;
using Isonomia.Measurement.Formats.Hdf5.Writing;
using Isonomia.Measurement.Formats.Spikes;

namespace Isonomia.Measurement.Formats.Nwb;

/// <summary>
/// Writes Neurodata Without Borders 2.6 (Ruebel et al. 2022, doi:10.7554/eLife.78362; nwb-schema 2.6.0, hdmf-common
/// 1.8.0): cells as rows of <c>/units</c> with their spike times, recorded variables as <c>TimeSeries</c> in
/// <c>/acquisition</c>. A simulation has no time of day: its time zero is 1970-01-01, and the same session gives the
/// same bytes.
/// </summary>
public static class NwbWriter
{
    private const string Epoch = "1970-01-01T00:00:00.000000+00:00";
    private static readonly string[] Columns = ["spike_times", "population", "cell"];

    /// <summary>Writes a file; it appears whole or not at all.</summary>
    /// <param name="path">Where to; its folder must exist.</param>
    /// <param name="session">What it holds.</param>
    /// <exception cref="IOException">The library is not installed, or the place cannot be written to.</exception>
    public static void Write(string path, NwbSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        using var file = new Hdf5FileWriter(path);
        Typed(file, session, "/", "core", "NWBFile").Attribute("/", "nwb_version", "2.6.0");
        file.Text("/identifier", session.Identifier).Text("/session_description", session.Description)
            .Text("/session_start_time", Epoch).Text("/timestamps_reference_time", Epoch)
            .Texts("/file_create_date", [Epoch]);
        foreach (var group in (ReadOnlySpan<string>)
            ["/acquisition", "/analysis", "/processing", "/stimulus", "/stimulus/presentation", "/stimulus/templates",
                "/general"])
        {
            file.Group(group);
        }

        file.Text("/general/notes", session.Notes);
        foreach (var series in session.Series)
            Write(file, session, series);
        if (!session.Populations.IsEmpty)
            WriteUnits(file, session);
        file.Commit();
    }

    private static void Write(Hdf5FileWriter file, NwbSession session, NwbSeries series)
    {
        var group = "/acquisition/" + series.Name;
        Typed(file.Group(group), session, group, "core", "TimeSeries")
            .Attribute(group, "description", series.Description).Attribute(group, "comments", "simulated");
        var samples = (ulong)(series.Values.Length / Math.Max(1, series.Columns));
        ReadOnlySpan<ulong> shape = series.Columns == 1 ? [samples] : [samples, (ulong)series.Columns];
        var data = group + "/data";
        file.Numbers<double>(data, series.Values, shape).Attribute(data, "unit", series.Unit)
            .Attribute(data, "conversion", 1f).Attribute(data, "offset", 0f).Attribute(data, "resolution", -1f);
        var start = group + "/starting_time";
        file.Numbers<double>(start, [series.Start])
            .Attribute(start, "rate", (float)series.Rate).Attribute(start, "unit", "seconds");
    }

    private static void WriteUnits(Hdf5FileWriter file, NwbSession session)
    {
        Typed(file.Group("/units"), session, "/units", "core", "Units")
            .Attribute("/units", "description", "The cells of each population, silent ones included.")
            .Attribute("/units", "colnames", Columns);
        var (times, ends, names, cells) = (new List<double>(), new List<ulong>(), new List<string>(), new List<long>());
        foreach (var population in session.Populations)
        {
            foreach (var (cell, train) in Trains(population).Index())
            {
                times.AddRange(train);
                ends.Add((ulong)times.Count);
                names.Add(population.Name);
                cells.Add(cell);
            }
        }

        var units = (ulong)ends.Count;
        long[] ids = [.. Enumerable.Range(0, ends.Count).Select(i => (long)i)];
        file.Numbers<long>("/units/id", ids, units)
            .Numbers<double>("/units/spike_times", times.ToArray(), (ulong)times.Count)
            .Numbers<ulong>("/units/spike_times_index", ends.ToArray(), units)
            .Texts("/units/population", names)
            .Numbers<long>("/units/cell", cells.ToArray(), units);
        Typed(file, session, "/units/id", "hdmf-common", "ElementIdentifiers");
        Described(file, session, "spike_times", "VectorData", "spike times of each cell, in seconds");
        Described(file, session, "spike_times_index", "VectorIndex",
            "where the spikes of each cell end in spike_times");
        Described(file, session, "population", "VectorData", "the population to which the cell belongs");
        Described(file, session, "cell", "VectorData", "the index of the cell in its population, from 0");
        file.Reference("/units/spike_times_index", "target", "/units/spike_times");
    }

    private static void Described(Hdf5FileWriter file, NwbSession session, string column, string type, string words) =>
        Typed(file, session, "/units/" + column, "hdmf-common", type)
            .Attribute("/units/" + column, "description", words);

    // What every object of the format carries. An identifier of the place in the session stays the same in every run.
    private static Hdf5FileWriter Typed(Hdf5FileWriter file, NwbSession session, string node, string space, string type)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(session.Identifier + "\n" + node)).AsSpan(0, 16);
        (hash[6], hash[8]) = ((byte)((hash[6] & 0x0F) | 0x80), (byte)((hash[8] & 0x3F) | 0x80));
        return file.Attribute(node, "namespace", space).Attribute(node, "neurodata_type", type)
            .Attribute(node, "object_id", new Guid(hash, bigEndian: true).ToString());
    }

    private static double[][] Trains(PopulationSpikes population)
    {
        var trains = new List<double>[population.Size];
        for (var cell = 0; cell < trains.Length; cell++)
            trains[cell] = [];
        for (var i = 0; i < population.Times.Length; i++)
            trains[population.Cells[i]].Add(population.Times[i]);
        return Array.ConvertAll(trains, t => t.ToArray());
    }
}
