using System.Text.Json;
using Isonomia.Measurement.Formats.Edf;
using Isonomia.Restoration.Individuals;
using Isonomia.Tests;
using static Isonomia.Cli.Tests.IsonomiaCommand;

namespace Isonomia.Cli.Tests;

public sealed class RestoreVerbTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("isonomia-restore-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("unicorn_eyes_open_closed/sub01_eyes_open.bdf", "Cz")]
    // Without Cz the pair over the back of the head is taken, which sees the alpha rhythm, and not the first channel.
    [InlineData("sleepedf_short_psg/short_psg.edf", "EEG Pz-Oz")]
    public void Of_a_recording_that_looks_healthy_every_output_says_that_nothing_needs_restoring(string file, string channel)
    {
        var output = Path.Combine(folder, "out");
        var (code, words, error) = Run("restore", SharedData.Path(file), "--together", "1", "--out", output);
        Assert.True(code == 0, error);
        Assert.Contains("Nothing needs restoring", words);
        Assert.DoesNotContain(" mg", words);
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(output, "restore.json")));
        Assert.False(json.RootElement.GetProperty("needs_restoring").GetBoolean());
        Assert.Equal(channel, json.RootElement.GetProperty("individual").GetProperty("channel").GetString());
        var page = File.ReadAllText(Path.Combine(output, "restore.html"));
        Assert.Contains("Nothing needs restoring", page);
        Assert.DoesNotContain("id=\"ranking\"", page);
    }

    // Dry electrodes, so noisy that squared misses are 45 times what chance leaves.
    [Fact]
    public void Where_the_model_does_not_describe_the_spectrum_nothing_is_said_of_health_and_nothing_is_written()
    {
        var output = Path.Combine(folder, "out");
        var (code, words, error) = Run("restore", SharedData.Path("unicorn_eyes_open_closed/sub04_eyes_open.bdf"),
            "--together", "1", "--out", output);
        Assert.Equal(3, code);
        Assert.DoesNotContain("restoring", words);
        Assert.Contains("could not be located: the model does not describe the spectrum", error);
        Assert.False(Directory.Exists(output));
    }

    // A ring of 64 cells remembers nothing: what is tested here is the shape of the outputs.
    [Fact]
    public void In_a_circuit_the_outputs_have_the_shape_of_every_restoration()
    {
        string[] command =
        [
            "restore", "--circuit", "murray2014", "--condition", "nmda-hypofunction-ee", "--tune", "EI", "--evaluations", "5",
            "--trials", "1", "--set", "parameters.N_E=64", "--set", "parameters.N_I=16", "--set", "duration=2.1 s", "--out",
        ];
        var output = Path.Combine(folder, "out");
        var (code, words, error) = Run([.. command, output]);
        Assert.True(code == 0, error);
        Assert.Contains("research only", words);
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(output, "restore.json")));
        var root = json.RootElement;
        Assert.Equal("isonomia.restore/1", root.GetProperty("schema").GetString());
        Assert.Equal(0.98, root.GetProperty("individual").GetProperty("displaced").GetProperty("EE").GetDouble());
        Assert.Equal(5, root.GetProperty("searched").GetArrayLength());
        var first = root.GetProperty("ranking")[0];
        Assert.Equal("EI", first.GetProperty("interventions")[0].GetProperty("name").GetString());
        Assert.InRange(first.GetProperty("interventions")[0].GetProperty("dose").GetDouble(), 0.94, 1.06);
        Assert.InRange(first.GetProperty("p_restored").GetDouble(), 0, 1);
        Assert.Equal(root.GetProperty("before").GetProperty("expected_distance").GetDouble(), first.GetProperty("distance_before").GetDouble());
        Assert.Contains("Not a medical device", File.ReadAllText(Path.Combine(output, "restore.html")));
    }

    [Theory]
    [InlineData("no parameter 'GABA'", "--circuit", "murray2014", "--condition", "nmda-hypofunction-ee", "--tune", "GABA")]
    [InlineData("not defined in murray2014", "--circuit", "murray2014", "--condition", "migraine-aura")]
    [InlineData("is no circuit", "--circuit", "lif", "--condition", "nmda-hypofunction-ee")]
    [InlineData("--circuit needs --condition", "--circuit", "murray2014", "recording.edf")]
    [InlineData("--tune EI=2:1", "--circuit", "murray2014", "--condition", "nmda-hypofunction-ee", "--tune", "EI=2:1")]
    public void What_cannot_be_searched_in_a_circuit_is_said_in_one_message(string says, params string[] arguments)
    {
        var (code, _, error) = Run(["restore", .. arguments]);
        Assert.NotEqual(0, code);
        Assert.Contains(says, error);
        Assert.DoesNotContain("   at ", error);
    }

    // Four healthy virtual persons in the order of folders of BIDS: the range learnt from them is the one that restore goes by.
    [Fact]
    public void A_range_learnt_from_a_cohort_is_what_a_recording_is_held_against()
    {
        for (var i = 1; i <= 4; i++)
        {
            var place = Path.Combine(folder, "bids", $"sub-{i:00}", "eeg");
            Directory.CreateDirectory(place);
            using var recording = VirtualPerson.Draw(null, i).Record(60, i);
            EdfWriter.Write(Path.Combine(place, $"sub-{i:00}_task-eyesclosed_eeg.edf"), recording);
        }

        var norms = Path.Combine(folder, "norms.json");
        var (code, words, error) = Run("norms", "build", Path.Combine(folder, "bids"), "--only", "eyesclosed", "--out", norms);
        Assert.True(code == 0, error);
        Assert.Contains("alpha_centre", words);
        var json = Path.Combine(folder, "restore.json");
        (code, _, error) = Run("restore", Path.Combine(folder, "bids", "sub-01", "eeg", "sub-01_task-eyesclosed_eeg.edf"),
            "--norms", norms, "--together", "3", "--interventions", "ketamine,memantine,yoga", "--most-burden", "2", "--json", json);
        Assert.True(code == 0, error);
        using var restored = JsonDocument.Parse(File.ReadAllText(json));
        var target = restored.RootElement.GetProperty("target");
        Assert.Equal(4, target.GetProperty("persons").GetInt32());
        Assert.Contains("4 recordings of healthy persons in bids", target.GetProperty("source").GetString());
        // Three interventions at five doses: 15 alone, 75 pairs, 125 triples.
        Assert.Equal(215, restored.RootElement.GetProperty("plans").GetInt32());
        Assert.False(restored.RootElement.GetProperty("needs_restoring").GetBoolean());
    }

    [Fact]
    public void A_trial_leaves_a_row_a_person_and_says_first_that_it_is_for_research()
    {
        var output = Path.Combine(folder, "trial");
        var (code, words, error) = Run("trial", "--condition", "nmda-hypofunction-ee", "--arms", "sham,memantine:10", "--n", "12", "--out", output);
        Assert.True(code == 0, error);
        Assert.StartsWith("For research only", words);
        Assert.Equal(25, File.ReadAllLines(Path.Combine(output, "trial.tsv")).Length);
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(output, "trial.json")));
        Assert.Equal("memantine 10 mg", json.RootElement.GetProperty("contrasts")[0].GetProperty("arm").GetString());
        Assert.Contains("Not a medical device", File.ReadAllText(Path.Combine(output, "trial.html")));
        (code, _, error) = Run("trial", "--condition", "nmda-hypofunction-ee", "--arms", "sham");
        Assert.Equal(2, code);
        Assert.Contains("at least two arms", error);
    }
}
