using Isonomia.Measurement.Bids;

namespace Isonomia.Measurement.Tests.Bids;

public class BidsNameTests
{
    [Fact]
    public void A_name_is_taken_apart()
    {
        Assert.True(BidsName.TryParse("sub-01_ses-pre_task-rest_run-2_eeg.edf", out var name));
        Assert.Equal(["sub", "ses", "task", "run"], name.Entities.Select(e => e.Key));
        Assert.Equal("pre", name["ses"]);
        Assert.Null(name["acq"]);
        Assert.Equal(("eeg", ".edf"), (name.Suffix, name.Extension));
        Assert.Equal("sub-01_ses-pre_task-rest_run-2", name.Stem);
    }

    [Theory]
    [InlineData("participants.tsv", "participants", ".tsv")]
    [InlineData("task-rest_eeg.JSON", "eeg", ".json")]
    [InlineData("sub-01_meg.fif.gz", "meg", ".fif.gz")]
    [InlineData("sub-Müller_eeg.edf", "eeg", ".edf")]
    public void Suffix_and_extension_are_found(string file, string suffix, string extension)
    {
        Assert.True(BidsName.TryParse(file, out var name));
        Assert.Equal((suffix, extension), (name.Suffix, name.Extension));
    }

    [Theory]
    [InlineData("sub01_eeg.edf")]
    [InlineData("sub-01_rest_eeg.edf")]
    [InlineData("sub-01_sub-02_eeg.edf")]
    [InlineData("sub-_eeg.edf")]
    [InlineData("sub-0-1_eeg.edf")]
    [InlineData("sub-01_eeg file.edf")]
    [InlineData(".edf")]
    [InlineData("")]
    public void What_is_no_such_name_is_refused(string file) => Assert.False(BidsName.TryParse(file, out _));

    [Theory]
    [InlineData("task-rest_eeg.json", true)]
    [InlineData("eeg.json", true)]
    [InlineData("sub-01_eeg.json", true)]
    [InlineData("sub-02_eeg.json", false)]
    [InlineData("task-rest_run-1_eeg.json", false)]
    public void A_sidecar_applies_where_all_it_says_is_true(string sidecar, bool applies)
    {
        Assert.True(BidsName.TryParse("sub-01_task-rest_eeg.edf", out var recording));
        Assert.True(BidsName.TryParse(sidecar, out var name));
        Assert.Equal(applies, name.AppliesTo(recording));
    }
}
