using System.Text.Json;
using static Isonomia.Cli.Tests.IsonomiaCommand;

namespace Isonomia.Cli.Tests;

/// <summary>A run is measured from the folder it leaves.</summary>
public sealed class MeasureRunTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("isonomia-measure-run").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string RunFolder => Path.Combine(folder, "run");

    [Fact]
    public void The_folder_of_a_run_is_a_recording_of_spikes_and_variables()
    {
        Simulate();
        var (code, output, error) = Run("measure", RunFolder, "--json", "-", "--set", "spikes.fano_window=50ms");
        Assert.True(code == 0, error);
        using var json = JsonDocument.Parse(output);
        using var run = JsonDocument.Parse(File.ReadAllText(Path.Combine(RunFolder, "run.json")));
        var cell = run.RootElement.GetProperty("populations").GetProperty("izhikevich");
        var found = json.RootElement.GetProperty("recording_biomarkers");
        Assert.Equal(cell.GetProperty("rate_hz").GetDouble(),
            Mean(found, "spike_rate", "rate_hz"), 1e-9);
        Assert.Equal(cell.GetProperty("cv_isi").GetDouble(), Mean(found, "spike_intervals", "cv"), 1e-9);
        Assert.True(Mean(found, "fano_factor", "fano") > 0);
        Assert.Equal(["izhikevich.v"],
            json.RootElement.GetProperty("channels").EnumerateArray().Select(c => c.GetProperty("name").GetString()));
        Assert.Equal("mV", json.RootElement.GetProperty("channels")[0].GetProperty("unit").GetString());
    }

    [Theory]
    [InlineData("run.json", "run.json: this file is missing; it is written last")]
    [InlineData("spikes/izhikevich.cells.npy", "izhikevich.cells.npy: this file of the run is missing")]
    public void A_broken_folder_is_one_error_that_names_the_file(string file, string why)
    {
        Simulate();
        File.Delete(Path.Combine(RunFolder, file));
        var (code, _, error) = Run("measure", RunFolder);
        Assert.Equal(3, code);
        Assert.Contains(why, error);
        Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData(2, "there is no biomarker 'spike_rat'; did you mean 'spike_rate'?", "--biomarkers", "spike_rat")]
    [InlineData(2, "spikes.fano_window=0", "--set", "spikes.fano_window=0")]
    [InlineData(3, "it holds signals and no spike trains; the biomarkers asked for need spike trains",
        "--biomarkers", "spike_rate")]
    public void What_cannot_be_measured_is_said(int expected, string why, string option, string value)
    {
        var recording = Path.Combine(folder, "lfp.csv");
        File.WriteAllLines(recording, Enumerable.Range(0, 400).Select(i => $"{Math.Sin(i)}"));
        var (code, _, error) = Run("measure", recording, "--rate", "200", option, value);
        Assert.Equal(expected, code);
        Assert.Contains(why, error);
    }

    private static double Mean(JsonElement found, string biomarker, string quantity) =>
        found.GetProperty(biomarker).GetProperty("izhikevich").GetProperty(quantity).GetProperty("mean").GetDouble();

    private void Simulate()
    {
        var (code, _, error) = Run("simulate", "izhikevich:tonic-bursting", "--probe", "v", "--out", RunFolder);
        Assert.True(code == 0, error);
    }
}
