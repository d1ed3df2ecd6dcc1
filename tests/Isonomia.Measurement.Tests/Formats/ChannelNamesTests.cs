using Isonomia.Measurement.Formats;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Tests.Formats;

public class ChannelNamesTests
{
    [Theory]
    [InlineData("Fp1", "uV", ChannelType.Eeg)]
    [InlineData("Fc5.", "uV", ChannelType.Eeg)]
    [InlineData("EEG Fpz-Cz", "uV", ChannelType.Eeg)]
    [InlineData("C3-O1", "", ChannelType.Eeg)]
    [InlineData("E117", "uV", ChannelType.Eeg)]
    [InlineData("EOG horizontal", "uV", ChannelType.Eog)]
    [InlineData("VEOGL", "uV", ChannelType.Eog)]
    [InlineData("REOG", "uV", ChannelType.Eog)]
    [InlineData("EEG LOC-REF", "uV", ChannelType.Eog)]
    [InlineData("EEG EKG1-REF", "uV", ChannelType.Ecg)]
    [InlineData("ECG", "mV", ChannelType.Ecg)]
    [InlineData("EMG submental", "uV", ChannelType.Emg)]
    [InlineData("Resp oro-nasal", "", ChannelType.Respiration)]
    [InlineData("Temp rectal", "DegC", ChannelType.Other)]
    [InlineData("Event marker", "", ChannelType.Other)]
    [InlineData("EXG3", "uV", ChannelType.Other)]
    [InlineData("acc1", "G", ChannelType.Other)]
    [InlineData("Status", "Boolean", ChannelType.Stimulus)]
    [InlineData("Trigger", "uV", ChannelType.Stimulus)]
    [InlineData("STI 014", "V", ChannelType.Stimulus)]
    [InlineData("MEG0111", "T", ChannelType.Magnetometer)]
    [InlineData("MEG0112", "T/m", ChannelType.Gradiometer)]
    [InlineData("LFP 3", "uV", ChannelType.Lfp)]
    [InlineData("ECoG_ch1", "", ChannelType.Ecog)]
    [InlineData("CP5", "uS", ChannelType.Other)]
    [InlineData("something", "", ChannelType.Other)]
    public void A_channel_is_what_its_label_says(string name, string unit, ChannelType type) =>
        Assert.Equal(type, ChannelNames.TypeOf(name, unit));

    [Theory]
    [InlineData("uV", "uV")]
    [InlineData("µV", "uV")]
    [InlineData("μV", "uV")]
    [InlineData("Âµ" + "V", "uV")]
    [InlineData("UV ", "uV")]
    [InlineData("mv", "mV")]
    [InlineData("µS", "uS")]
    [InlineData("DegC", "DegC")]
    [InlineData("", "")]
    public void Units_have_one_spelling(string written, string unit) =>
        Assert.Equal(unit, UnitNames.Normalise(written));

    [Fact]
    public void Names_that_several_channels_share_get_running_numbers()
    {
        // As MNE numbers duplicates; a number that another channel already bears is passed over.
        Assert.Equal(["C3-1", "Cz", "C3-0", "C3-2", "ch5"], ChannelNames.Distinct(["C3", "Cz", "C3-0", "C3", ""]));
        Assert.Equal(["A-0", "B", "A-1"], ChannelNames.Distinct(["A", "B", "A"]));
    }
}
