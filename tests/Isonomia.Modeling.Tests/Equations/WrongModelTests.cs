namespace Isonomia.Modeling.Tests.Equations;

public class WrongModelTests
{
    public static TheoryData<string> Names => [.. WrongModel.All.Select(m => m.Name)];

    // The reference is the text that a person wrote and read in wrong-models.txt: place, message and advice.
    [Theory]
    [MemberData(nameof(Names))]
    public void A_wrong_model_is_told_where_and_why_it_is_wrong(string name)
    {
        var model = WrongModel.All.Single(m => m.Name == name);
        Assert.NotEqual("", model.Told);
        Assert.Equal(model.Told, model.Findings());
    }

    [Fact]
    public void There_are_many_wrong_models() => Assert.InRange(WrongModel.All.Count, 100, int.MaxValue);
}
