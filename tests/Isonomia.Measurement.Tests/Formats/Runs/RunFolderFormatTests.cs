using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Formats;
using Isonomia.Measurement.Measuring;
using Isonomia.Measurement.Recordings;
using Isonomia.Numerics.Files;

namespace Isonomia.Measurement.Tests.Formats.Runs;

public sealed class RunFolderFormatTests : IDisposable
{
    private const string Volt = "m^2 kg s^-3 A^-1";
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Spikes_of_each_population_are_those_of_its_cells_silent_ones_included()
    {
        WriteRun();
        using var recording = RecordingFile.Open(Run);
        Assert.Equal("simulation run", recording.Header.Format);
        Assert.Equal(["E", "E", "E", "I"], recording.Header.Spikes.Select(s => s.Population));
        Assert.Equal(["0", "1", "2", "0"], recording.Header.Spikes.Select(s => s.Unit));
        Assert.Equal([0.1, 0.3], recording.Header.Spikes[0].Times);
        Assert.Empty(recording.Header.Spikes[1].Times);
        Assert.Equal([0.2], recording.Header.Spikes[2].Times);
        Assert.Equal(0.5, recording.Header.SpikeDuration);
        Assert.True(recording.Header.IsSimulated);
    }

    [Fact]
    public void Each_recorded_cell_and_each_sum_is_a_channel_with_unit_and_rate()
    {
        WriteRun();
        using var recording = RecordingFile.Open(Run);
        Assert.Equal(["E.v[0]", "E.v[2]", "E.lfp"], recording.Channels.Select(c => c.Name));
        Assert.Equal(["mV", "mV", "pA"], recording.Channels.Select(c => c.Unit));
        Assert.Equal([ChannelType.Other, ChannelType.Other, ChannelType.Lfp], recording.Channels.Select(c => c.Type));
        Assert.All(recording.Channels, c => Assert.Equal(10_000, c.SamplingRate));
        Assert.Equal([-70, -60], Read(recording, 0, 2), new Near(1e-9));
        Assert.Equal([-50, -40], Read(recording, 1, 2), new Near(1e-9));
        Assert.Equal([1, 2], Read(recording, 2, 2), new Near(1e-9));
    }

    [Fact]
    public void The_file_that_describes_the_run_opens_it_as_well()
    {
        WriteRun();
        using var recording = RecordingFile.Open(Path.Combine(Run, "run.json"));
        Assert.Equal(3, recording.Channels.Count);
        Assert.Equal(4, recording.Header.Spikes.Count);
    }

    [Fact]
    public void Without_cell_numbers_columns_are_counted_and_a_single_cell_needs_none()
    {
        WriteRun();
        File.Delete(Path.Combine(Run, "probes/E.v.cells.npy"));
        using (var recording = RecordingFile.Open(Run))
            Assert.Equal(["E.v[0]", "E.v[1]", "E.lfp"], recording.Channels.Select(c => c.Name));
        File.WriteAllText(Path.Combine(Run, "run.json"), """
            {"schema": "isonomia.run/1", "duration_s": 0.5, "populations": {"E": {"size": 1, "spikes": null}},
             "probes": [{"population": "E", "variable": "lfp", "si_unit": "A", "cells": 1}]}
            """);
        using var one = RecordingFile.Open(Run);
        Assert.Equal("E.lfp", Assert.Single(one.Channels).Name);
    }

    [Fact]
    public void A_variable_recorded_twice_has_its_own_files_and_times()
    {
        WriteRun();
        Array("probes/E.lfp-2.npy", [7e-12, 8e-12, 9e-12], 1);
        Array("probes/E.lfp-2.times.npy", [0, 1e-3, 2e-3], 0);
        var path = Path.Combine(Run, "run.json");
        var second = """{"population": "E", "variable": "lfp", "si_unit": "A", "cells": 1, "sum": true}""";
        File.WriteAllText(path, File.ReadAllText(path).Replace("], \"warnings\"", $", {second}], \"warnings\""));
        using var recording = RecordingFile.Open(Run);
        Assert.Equal("E.lfp-2", recording.Channels[3].Name);
        Assert.Equal(1000, recording.Channels[3].SamplingRate);
        Assert.Equal([7, 8, 9], Read(recording, 3, 3), new Near(1e-9));
    }

    [Fact]
    public void Spikes_that_were_counted_and_not_kept_are_warned_of()
    {
        WriteRun();
        File.Delete(Path.Combine(Run, "spikes/E.times.npy"));
        File.Delete(Path.Combine(Run, "spikes/E.cells.npy"));
        var path = Path.Combine(Run, "run.json");
        File.WriteAllText(path, File.ReadAllText(path).Replace("\"spikes\": 3", "\"spikes\": 3, \"spikes_kept\": false"));
        using var recording = RecordingFile.Open(Run);
        Assert.Equal("I", Assert.Single(recording.Header.Spikes).Population);
        Assert.Contains(recording.Header.Warnings, w => w.Contains("spikes of E were counted and not kept"));
    }

    [Fact]
    public void A_run_of_spikes_alone_is_measured_population_by_population()
    {
        WriteRun(probes: false);
        using var recording = RecordingFile.Open(Run);
        var found = Measurer().Measure(recording);
        Assert.Empty(found.Channels);
        Assert.Equal(["E", "I"], found.Populations.Select(p => p.Name));
        var e = found.Populations[0];
        Assert.Equal((3, 1, 3L, 0.5), (e.Units, e.Silent, e.Spikes, e.Stop));
    }

    [Fact]
    public void Nothing_is_preprocessed_unless_asked_for_and_all_channels_are_measured()
    {
        WriteRun();
        using var recording = RecordingFile.Open(Run);
        var found = Measurer().Measure(recording);
        Assert.Equal("off", found.Provenance.Parameters["preprocessing.highpass"]);
        Assert.Equal("all", found.Provenance.Parameters["preprocessing.channels"]);
        Assert.Equal(3, found.Channels.Count);
        Assert.NotEmpty(found.Provenance.InputSha256);
        using var again = RecordingFile.Open(Run);
        var asked = new RecordingMeasurer(RecordingMeasurer.DefaultSettings.With("preprocessing.notch", "50"),
            [.. BiomarkerLibrary.All.Take(1)]).Measure(again);
        Assert.Equal("50", asked.Provenance.Parameters["preprocessing.notch"]);
    }

    [Fact]
    public void A_change_of_any_file_changes_the_hash_of_the_input()
    {
        WriteRun();
        var before = Hash();
        Array("probes/E.lfp.npy", [5e-12, 6e-12], 1);
        Assert.NotEqual(before, Hash());
    }

    [Theory]
    [InlineData("spikes/I.times.npy", "I.times.npy: this file of the run is missing")]
    [InlineData("spikes/E.cells.npy", "E.cells.npy: this file of the run is missing")]
    [InlineData("probes/E.v.npy", "E.v.npy: this file of the run is missing")]
    [InlineData("probes/E.times.npy", "E.times.npy: this file of the run is missing")]
    [InlineData("run.json", "run.json: this file is missing; it is written last, so the run is not finished")]
    public void A_file_that_is_missing_is_named(string file, string why)
    {
        WriteRun();
        File.Delete(Path.Combine(Run, file));
        Refused(why);
    }

    [Theory]
    [InlineData("spikes/E.times.npy")]
    [InlineData("spikes/E.cells.npy")]
    [InlineData("probes/E.v.npy")]
    [InlineData("probes/E.times.npy")]
    public void A_file_cut_short_is_named(string file)
    {
        WriteRun();
        var path = Path.Combine(Run, file);
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..^1]);
        Assert.StartsWith(path + ": ", Message());
    }

    [Fact]
    public void Files_that_disagree_are_named()
    {
        WriteRun();
        Array("spikes/E.times.npy", [0.1, 0.2], 0);
        Refused("E.times.npy: it holds 2 spikes, but run.json tells of 3");
        WriteRun();
        Integers("spikes/E.cells.npy", [0, 3, 0]);
        Refused("E.cells.npy: spike 1 is of cell 3; E has 3 cells, counted from 0");
        WriteRun();
        Array("spikes/E.times.npy", [0.1, 0.2, 0.6], 0);
        Refused("E.times.npy: spike 2 is at 0.6 s, outside of the run, which lasted 0.5 s");
        WriteRun();
        Array("probes/E.lfp.npy", [1, 2, 3], 1);
        Refused("E.lfp.npy: it has 3 samples");
        WriteRun();
        Array("probes/E.v.npy", [1, 2, 3, 4, 5, 6], 3);
        Refused("E.v.npy: it has 3 columns, but run.json tells of 2 cells");
        WriteRun();
        Integers("probes/E.v.cells.npy", [0]);
        Refused("E.v.cells.npy: it names 1 cells, but E.v.npy has 2 columns");
    }

    [Theory]
    [InlineData("{\"schema\": \"isonomia.run/1\", \"dura", "run.json: line 1: this is not valid JSON")]
    [InlineData("{\"schema\": \"isonomia.measure/1\"}", "run.json: \"schema\": \"isonomia.run/1\" was expected")]
    [InlineData("{\"schema\": \"isonomia.run/2\"}", "this version reads isonomia.run/1")]
    [InlineData("{\"schema\": \"isonomia.run/1\"}", "\"duration_s\" was expected")]
    [InlineData("{\"schema\": \"isonomia.run/1\", \"duration_s\": 1}", "\"populations\" was expected")]
    [InlineData("{\"schema\": \"isonomia.run/1\", \"duration_s\": 1, \"populations\": {\"E\": {}}}",
        "populations.E.size: a number of cells was expected")]
    [InlineData("{\"schema\": \"isonomia.run/1\", \"duration_s\": 1, \"populations\": {\"../E\": {\"size\": 1}}}",
        "'../E' cannot be the name")]
    [InlineData("{\"schema\": \"isonomia.run/1\", \"duration_s\": 1, \"populations\": {\"E\": {\"size\": 1}}}",
        "the run recorded neither spikes nor variables")]
    public void A_description_that_is_wrong_is_refused_with_what_was_expected(string text, string why)
    {
        WriteRun();
        File.WriteAllText(Path.Combine(Run, "run.json"), text);
        Refused(why);
    }

    [Fact]
    public void Another_folder_is_refused() =>
        Assert.Contains("this is a folder; a recording file was expected, or the folder of a run",
            Assert.Throws<BadInputException>(() => RecordingFile.Open(folder.PathOf(""))).Message);

    private string Run => folder.PathOf("run");

    private static RecordingMeasurer Measurer() => new(RecordingMeasurer.DefaultSettings, BiomarkerLibrary.All);

    private static double[] Read(Recording recording, int channel, int samples)
    {
        var values = new double[samples];
        recording.Read(channel, 0, values);
        return values;
    }

    private string Hash()
    {
        using var recording = RecordingFile.Open(Run);
        return new RecordingMeasurer(RecordingMeasurer.DefaultSettings, []).Measure(recording).Provenance.InputSha256;
    }

    private string Message() => Assert.Throws<BadInputException>(() => RecordingFile.Open(Run)).Message;

    private void Refused(string why) => Assert.Contains(why, Message());

    // Three cells of E, of which 0 and 2 were probed, and one of I; as RunFolder and run.json are written.
    private void WriteRun(bool probes = true)
    {
        Directory.CreateDirectory(Path.Combine(Run, "spikes"));
        Directory.CreateDirectory(Path.Combine(Run, "probes"));
        Array("spikes/E.times.npy", [0.1, 0.2, 0.3], 0);
        Integers("spikes/E.cells.npy", [0, 2, 0]);
        Array("spikes/I.times.npy", [0.25], 0);
        Integers("spikes/I.cells.npy", [0]);
        Array("probes/E.v.npy", [-0.07, -0.05, -0.06, -0.04], 2);
        Array("probes/E.lfp.npy", [1e-12, 2e-12], 1);
        Array("probes/E.times.npy", [0, 1e-4], 0);
        Integers("probes/E.v.cells.npy", [0, 2]);
        var listed = probes
            ? $$"""
                {"population": "E", "variable": "v", "si_unit": "{{Volt}}", "cells": 2, "samples": 2},
                {"population": "E", "variable": "lfp", "si_unit": "A", "cells": 1, "sum": true, "samples": 2}
                """
            : "";
        File.WriteAllText(Path.Combine(Run, "run.json"), $$$"""
            {"schema": "isonomia.run/1", "model": "toy", "dt_s": 1e-4, "duration_s": 0.5,
             "populations": {
               "E": {"size": 3, "spikes": 3, "rate_hz": 2, "cv_isi": null},
               "I": {"size": 1, "spikes": 1, "rate_hz": 2, "cv_isi": null},
               "silent": {"size": 4, "spikes": null}},
             "probes": [{{{listed}}}], "warnings": []}
            """);
    }

    private void Array(string name, double[] values, int columns) => Write(name, values, columns);

    private void Integers(string name, int[] values) => Write(name, values, 0);

    private void Write<T>(string name, T[] values, int columns)
        where T : unmanaged
    {
        using var writer = new NpyWriter<T>(Path.Combine(Run, name), columns);
        writer.Append(values);
        writer.Commit();
    }
}
