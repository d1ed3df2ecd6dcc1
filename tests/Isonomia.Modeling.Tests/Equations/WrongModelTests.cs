namespace Isonomia.Modeling.Tests.Equations;

public class WrongModelTests
{
    private static readonly IReadOnlyList<WrittenModel> models = WrittenModel.Read("wrong-models.txt");

    public static TheoryData<string> Names => [.. models.Select(m => m.Name)];

    // The reference is the text that a person wrote and read in wrong-models.txt: place, message and advice.
    [Theory]
    [MemberData(nameof(Names))]
    public void A_wrong_model_is_told_where_and_why_it_is_wrong(string name)
    {
        var model = models.Single(m => m.Name == name);
        Assert.NotEqual("", model.Told);
        Assert.Equal(model.Told, string.Join('\n', model.Findings().Select(d => d.Render())));
    }

    [Fact]
    public void There_are_many_wrong_models() => Assert.InRange(models.Count, 100, int.MaxValue);
}
