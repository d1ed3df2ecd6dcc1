using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Formats;
using Isonomia.Measurement.Measuring;
using Isonomia.Measurement.Recordings;
using Isonomia.Reporting.Tables.Runs;
using Isonomia.Simulation.Results;

namespace Isonomia.Reporting.Tests.Runs;

/// <summary>What simulate leaves behind is what measure reads.</summary>
public sealed class MeasuredRunTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("isonomia-run").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    // Known beforehand: 800 cells at 4 Hz and 200 at 12 Hz, all with a rhythm of 40 Hz, which the field has as well.
    [Fact]
    public void A_circuit_is_measured_from_its_folder()
    {
        var content = SampleCircuit.Content();
        RunFolder.Write(folder, content.Run);
        using (var json = File.Create(Path.Combine(folder, "run.json")))
            RunJson.Write(json, content);
        using var recording = RecordingFile.Open(folder);
        Assert.Equal(["E.I_E", "E.I_I", "E.lfp", "E.v[0]", "E.v[5]"], recording.Channels.Select(c => c.Name));
        Assert.Equal(["pA", "pA", "pA", "mV", "mV"], recording.Channels.Select(c => c.Unit));
        Assert.Equal(ChannelType.Lfp, recording.Channels[2].Type);
        Assert.All(recording.Channels, c => Assert.Equal(1000, c.SamplingRate));
        var voltage = recording.ReadAll(4);
        Assert.All(voltage, v => Assert.Equal(-65, v, 1e-9));

        string[] asked = ["spectrum", "aperiodic"];
        var found = new RecordingMeasurer(
            RecordingMeasurer.DefaultSettings.With("aperiodic.range", "2:100"),
            [.. BiomarkerLibrary.All.Where(b => asked.Contains(b.Name))]).Measure(recording);
        Assert.Equal(["E", "I"], found.Populations.Select(p => p.Name));
        Assert.Equal([SampleCircuit.RateE, SampleCircuit.RateI],
            found.Populations.Select(p => Value(p, "spike_rate", "rate_hz", "mean")), (a, b) => Math.Abs(a - b) < 0.3);
        Assert.All(found.Populations, p => Assert.Equal(
            SampleCircuit.RhythmHz, Value(p, "population_rhythm", "peak_frequency_hz"), 1.0));
        var field = found.Channels[2].Biomarkers["aperiodic"].ToReading();
        var peaks = (IReadOnlyList<Measurement.Results.Reading>)field.Members.Single(m => m.Name == "peaks").Value!;
        Assert.Contains(peaks, p => Math.Abs(p.Find("frequency_hz")!.Value.Value - SampleCircuit.RhythmHz) < 1);
    }

    [Fact]
    public void A_population_whose_spikes_were_only_counted_is_warned_of()
    {
        var content = SampleCircuit.Content(duration: 1);
        var (e, i) = (content.Run.Populations[0], content.Run.Populations[1]);
        var run = content.Run with
        {
            Populations = [new PopulationResult(e.Name, e.Size, [], [], e.Duration) { Spikes = e.Spikes }, i],
        };
        RunFolder.Write(folder, run);
        using (var json = File.Create(Path.Combine(folder, "run.json")))
            RunJson.Write(json, content with { Run = run });
        using var recording = RecordingFile.Open(folder);
        Assert.Equal(["I"], recording.Header.Spikes.Select(s => s.Population).Distinct());
        Assert.Contains(recording.Header.Warnings, w => w.StartsWith("spikes of E were counted and not kept"));
    }

    [Fact]
    public void A_single_cell_is_measured_from_its_folder()
    {
        var content = SampleRun.Content();
        RunFolder.Write(folder, content.Run);
        using (var json = File.Create(Path.Combine(folder, "run.json")))
            RunJson.Write(json, content);
        using var recording = RecordingFile.Open(folder);
        var population = content.Run.Populations[0];
        Assert.Equal(population.Size, recording.Header.Spikes.Count);
        Assert.Equal(population.SpikeTimes, recording.Header.Spikes.SelectMany(s => s.Times).Order());
        Assert.Equal(content.Run.Probes.Sum(p => p.Cells.Length), recording.Channels.Count);
    }

    private static double Value(PopulationMeasurement population, string biomarker, params string[] path) =>
        population.Biomarkers[biomarker].ToReading().Find(path)!.Value.Value;
}
